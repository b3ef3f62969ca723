namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>A part of a list.</summary>
internal sealed record GraphPage<T>(IReadOnlyList<T> Nodes, GraphPageInfo? PageInfo = null)
{
    /// <summary>Where the rest begins; null when this is all.</summary>
    public string? Rest => PageInfo is { HasNextPage: true } ? PageInfo.EndCursor : null;
}
