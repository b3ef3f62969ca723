namespace Athene.Contracts.Issues;

/// <summary>Asks the tracker bridge for one issue of a project.</summary>
/// <param name="Issue">As a person wrote it: <c>7</c>, <c>#7</c>, <c>INT-9</c>.</param>
public sealed record IssueLookup(IssueSource Source, string Issue);
