using Athene.Contracts.PullRequests;

namespace Athene.Lifecycle.Effects;

/// <summary>Merges a pull request at the commit that was found green, or puts it into the merge queue.</summary>
public sealed record MergePullRequest(MergeRequest Request, int Number, string Url) : Effect
{
    public override string Word => "merge";
}
