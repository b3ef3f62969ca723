namespace Athene.Contracts.Issues;

/// <summary>Issues of a project.</summary>
public sealed record IssueList(IReadOnlyList<IssueDocument> Data);
