using System.Text;

namespace Athene.Benchmarks;

/// <summary>All results as one Markdown table, the columns aligned so that it reads in a terminal too.</summary>
internal sealed class ResultTable
{
    private readonly List<string[]> rows = [["Measured", "Median", "Best", "Aim"], ["---", "---", "---", "---"]];

    /// <summary>Takes one more line, and shows it at once to whoever is waiting for the table.</summary>
    public void Add(Result result)
    {
        rows.Add([result.What, result.Median, result.Best, result.Aim]);
        Console.Error.WriteLine($"{result.What}: {result.Median}");
    }

    public void Add(IEnumerable<Result> results)
    {
        foreach (var result in results) Add(result);
    }

    public override string ToString()
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => row == rows[1] ? new string('-', widths[column]) : cell.PadRight(widths[column]));
            text.AppendLine($"| {string.Join(" | ", cells)} |");
        }

        return text.ToString();
    }
}
