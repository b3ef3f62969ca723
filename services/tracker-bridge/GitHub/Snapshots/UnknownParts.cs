namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>The parts of a pull request that GitHub would not tell, such as checks to a token that may not see them. What is unknown is never read as absent.</summary>
internal sealed record UnknownParts(bool Checks, bool Decision)
{
    private static readonly string[] Bearable = ["statusCheckRollup", "reviewDecision", "latestOpinionatedReviews", "isInMergeQueue", "mergeable", "mergeStateStatus"];

    /// <summary>Null when something failed without which there is no snapshot.</summary>
    public static UnknownParts? Of(IReadOnlyList<GraphError> errors)
    {
        var parts = errors.Select(error => error.At(2)).ToArray();
        return parts.All(part => part is not null && Bearable.Contains(part)) ? new UnknownParts(parts.Contains("statusCheckRollup"), parts.Contains("reviewDecision") || parts.Contains("latestOpinionatedReviews")) : null;
    }
}
