using System.Globalization;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Local;

/// <summary>Changes the text of an issue's file, and leaves alone what it is not asked to change. Pure.</summary>
internal static class IssueEdit
{
    /// <summary>The file with the changes in its front matter and the comment at its end; null when its front matter is not valid.</summary>
    public static string? Apply(string text, IssueChanges changes, DateTimeOffset now)
    {
        if (FrontMatter.Of(text) is not { } file) return null;
        if (changes.State is { } state) file = file.With("state", IssueWords.Of(state));
        if (changes.AddLabels is { Count: > 0 } || changes.RemoveLabels is { Count: > 0 })
            file = file.With("labels", IssueWords.Quoted(LabelsAfter(file.Values("labels") ?? [], changes)));
        if (changes.Assignee is { } assignee) file = file.With("assignee", IssueWords.Quoted(assignee));
        return changes.Comment is { } comment ? $"{file.ToString().TrimEnd()}\n\n{Comment(comment, now)}" : file.ToString();
    }

    public static string Write(NewIssue issue)
    {
        List<string> lines = ["---", $"title: {IssueWords.Quoted(issue.Title)}", "state: open"];
        if (issue.Labels is { Count: > 0 } labels) lines.Add($"labels: {IssueWords.Quoted(labels)}");
        if (issue.Assignee is { } assignee) lines.Add($"assignee: {IssueWords.Quoted(assignee)}");
        if (issue.Priority is { } priority) lines.Add($"priority: {IssueWords.Of(priority)}");
        return string.Join('\n', [.. lines, "---", "", issue.Body, ""]);
    }

    private static IEnumerable<string> LabelsAfter(IReadOnlyList<string> labels, IssueChanges changes) =>
        labels.Except(changes.RemoveLabels ?? [], StringComparer.OrdinalIgnoreCase).Union(changes.AddLabels ?? [], StringComparer.OrdinalIgnoreCase);

    private static string Comment(string text, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"**Comment, {now.UtcDateTime:yyyy-MM-dd HH:mm}Z**\n\n{text}\n");
}
