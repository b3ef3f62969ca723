namespace Athene.Contracts.Issues;

/// <summary>Asks the tracker bridge to change an issue.</summary>
public sealed record IssueUpdate(IssueSource Source, string Issue, IssueChanges Changes);
