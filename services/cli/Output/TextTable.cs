namespace Athene.Cli.Output;

/// <summary>Rows in aligned columns, as <c>docker ps</c> prints them. A style is put on after the widths are known.</summary>
internal sealed class TextTable(params string[] header)
{
    private const int Gap = 2;
    private readonly List<string[]> rows = [header];

    /// <summary>How to style a cell: row (0 is the first after the header), column, padded text.</summary>
    public Func<int, int, string, string> StyleOf { get; init; } = (_, _, text) => text;

    public void Add(params string[] cells) => rows.Add([.. cells.Select(Printable.Of)]);

    public void Write(TextWriter writer)
    {
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var row = 0; row < rows.Count; row++) writer.WriteLine(Line(row, widths).TrimEnd());
    }

    private string Line(int row, int[] widths) => string.Concat(rows[row].Select((cell, column) =>
    {
        var padded = cell.PadRight(widths[column]);
        return (row == 0 ? padded : StyleOf(row - 1, column, padded)) + new string(' ', Gap);
    }));
}
