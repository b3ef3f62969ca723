namespace Athene.Contracts.Issues;

/// <summary>Asks the tracker bridge for issues of a project.</summary>
public sealed record IssueQuery(IssueSource Source, IssueFilter Filter);
