using System.Text.Json;
using Athene.Contracts.Issues;

namespace Athene.Cli.Output;

/// <summary>Issues as lines of text.</summary>
internal static class IssueTable
{
    private const int TitleWidth = 60;

    public static void Write(TextWriter writer, IReadOnlyList<IssueDocument> issues)
    {
        if (issues.Count == 0)
        {
            writer.WriteLine("No issues.");
            return;
        }

        var table = new TextTable("ISSUE", "STATE", "ASSIGNEE", "LABELS", "TITLE");
        foreach (var issue in issues) table.Add(issue.Id, Word(issue.State), issue.Assignee ?? "", string.Join(", ", issue.Labels ?? []), Shortened(issue.Title));
        table.Write(writer);
    }

    public static string Word(IssueState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    private static string Shortened(string title) => title.Length <= TitleWidth ? title : title[..(TitleWidth - 1)] + "…";
}
