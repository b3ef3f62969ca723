using Athene.Contracts.Issues;

namespace Athene.Session.Prompts;

/// <summary>What an agent is asked to do.</summary>
/// <param name="Prompt">The words of the person who spawned the session.</param>
/// <param name="IssueId">The issue as it was given.</param>
/// <param name="Issue">What the tracker says about it; null when it could not say.</param>
public sealed record TaskFacts(string? Prompt = null, string? IssueId = null, OutsideText? Issue = null)
{
    public static TaskFacts Of(string? prompt, string? issueId, IssueDocument? issue) =>
        new(prompt, issueId, issue is null ? null : Describe(issue));

    private static OutsideText Describe(IssueDocument issue) => new($"issue {issue.Id} of {issue.Provider}", issue.Author, issue.Title, issue.Body, issue.Url)
    {
        AuthorMayWrite = issue.AuthorMayWrite,
        Facts =
        [
            .. issue.Labels is { Count: > 0 } labels ? [$"Labels: {string.Join(", ", labels)}"] : Array.Empty<string>(),
            .. issue.Priority is { } priority ? [$"Priority: {priority}"] : Array.Empty<string>(),
        ],
    };
}
