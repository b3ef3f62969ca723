namespace Athene.Contracts.Issues;

/// <summary>An issue as a tracker knows it. Everything in it was written by others and is not to be trusted.</summary>
/// <param name="Url">An address of the web, or of the file that it is.</param>
/// <param name="Branch">The branch that the issue itself names, if it does.</param>
/// <param name="DefaultBranchName">The tracker's own rule for a branch of this issue.</param>
public sealed record IssueDocument(
    string Id,
    string Title,
    string Body,
    string Provider,
    IssueState State = IssueState.Open,
    string? Url = null,
    string? Author = null,
    IReadOnlyList<string>? Labels = null,
    string? Branch = null,
    string? DefaultBranchName = null)
{
    /// <summary>The first one where a tracker has several, by the name that the tracker takes when it is to be assigned.</summary>
    public string? Assignee { get; init; }

    /// <summary>Null: the tracker knows none, or none was given.</summary>
    public IssuePriority? Priority { get; init; }

    /// <summary>
    /// The author may write to what the issue is about. Words of others start nothing by themselves; false also when the tracker would not tell.
    /// </summary>
    public bool AuthorMayWrite { get; init; }

    /// <summary>Nothing is left to be done for it.</summary>
    public bool Completed => State is IssueState.Closed or IssueState.Cancelled;
}
