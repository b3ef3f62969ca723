namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>The pull requests that come from branches of one name, of the repository itself and of forks.</summary>
internal sealed record BranchMatches(GraphPage<BranchMatch> Open, GraphPage<BranchMatch> Newest)
{
    /// <summary>The one meant: the open one, else the newest, of the repository itself. Anybody can name a branch of a fork as they like.</summary>
    public int? Number => Open.Nodes.Concat(Newest.Nodes).FirstOrDefault(match => !match.IsCrossRepository)?.Number;
}
