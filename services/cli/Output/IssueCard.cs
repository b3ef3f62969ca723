using Athene.Contracts.Issues;

namespace Athene.Cli.Output;

/// <summary>One issue, a fact a line, and its text.</summary>
internal static class IssueCard
{
    public static void Write(TextWriter writer, IssueDocument issue, Style style)
    {
        writer.WriteLine($"{style.Strong(Printable.Of(issue.Id))}  {Printable.Of(issue.Title)}");
        Fact("state", IssueTable.Word(issue.State));
        Fact("author", issue.Author is { } author ? $"{author}{(issue.AuthorMayWrite ? "" : " (may not write to the project)")}" : null);
        Fact("assignee", issue.Assignee);
        Fact("priority", issue.Priority?.ToString().ToLowerInvariant());
        Fact("labels", issue.Labels is { Count: > 0 } labels ? string.Join(", ", labels) : null);
        Fact("branch", issue.Branch ?? issue.DefaultBranchName);
        Fact("url", issue.Url);
        if (issue.Body.Length == 0) return;
        writer.WriteLine();
        foreach (var line in issue.Body.Split('\n')) writer.WriteLine(Printable.Of(line.TrimEnd('\r')));

        void Fact(string name, string? value)
        {
            if (value is not null) writer.WriteLine($"  {style.Quiet(name.PadRight(9))} {Printable.Of(value)}");
        }
    }
}
