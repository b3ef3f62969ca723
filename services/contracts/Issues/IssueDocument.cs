namespace Athene.Contracts.Issues;

/// <summary>An issue as a tracker knows it. Everything in it was written by others and is not to be trusted.</summary>
/// <param name="Branch">The branch that the issue itself names, if it does.</param>
/// <param name="DefaultBranchName">The tracker's own rule for a branch of this issue.</param>
public sealed record IssueDocument(
    string Id,
    string Title,
    string Body,
    string Provider,
    bool Completed = false,
    string? Url = null,
    string? Author = null,
    IReadOnlyList<string>? Labels = null,
    string? Branch = null,
    string? DefaultBranchName = null);
