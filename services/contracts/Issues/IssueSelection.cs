namespace Athene.Contracts.Issues;

/// <summary>Which issues by their state.</summary>
public enum IssueSelection
{
    /// <summary>Neither closed nor cancelled.</summary>
    Open,

    /// <summary>Closed or cancelled.</summary>
    Closed,

    All,
}
