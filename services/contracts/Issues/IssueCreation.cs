namespace Athene.Contracts.Issues;

/// <summary>Asks the tracker bridge to create an issue.</summary>
public sealed record IssueCreation(IssueSource Source, NewIssue Issue);
