using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Local;

/// <summary>What a Markdown file says of an issue: optional YAML front matter, then the text. Pure.</summary>
public sealed record IssueText(string? Title, string Body, IssueState State, string? Author, string? Branch, IReadOnlyList<string>? Labels)
{
    public string? Assignee { get; private init; }

    public IssuePriority? Priority { get; private init; }

    /// <summary>Reads <paramref name="text"/>; null when its front matter is not valid YAML. Keys that mean nothing here are left alone.</summary>
    public static IssueText? Parse(string text)
    {
        // Other characters that some call line ends are the author's.
        if (FrontMatter.Of(text.Replace("\r\n", "\n", StringComparison.Ordinal)) is not { } file) return null;
        var (heading, body) = SplitHeading([.. file.Text]);
        var title = file.Value("title");
        return new IssueText(
            title ?? heading,
            string.Join('\n', title is null || title == heading ? body : file.Text).Trim(),
            IssueWords.StateOf(file.Value("state")),
            file.Value("author"),
            file.Value("branch"),
            file.Values("labels"))
        {
            Assignee = file.Value("assignee"),
            Priority = IssueWords.PriorityOf(file.Value("priority")),
        };
    }

    /// <summary>Takes a heading off the top: it is the title.</summary>
    private static (string? Heading, string[] Body) SplitHeading(string[] lines)
    {
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0 || !lines[first].StartsWith("# ", StringComparison.Ordinal)) return (null, lines);
        return (lines[first][2..].Trim().TrimEnd('#').TrimEnd(), lines[(first + 1)..]);
    }
}
