using System.Collections.Immutable;
using Athene.Lifecycle.Decisions;

namespace Athene.Lifecycle.PullRequests;

/// <summary>Remembers since when each open pull request has been at its commit. Pure.</summary>
internal static class Heads
{
    public static Turn Judge(Turn turn)
    {
        var known = turn.State.HeadsSince;
        var heads = Supervised.OpenPullRequests(turn.State).Select(pr => pr.HeadSha).Distinct()
            .ToImmutableSortedDictionary(head => head, head => known.GetValueOrDefault(head, turn.Now), StringComparer.Ordinal);
        return heads.SequenceEqual(known) ? turn : turn with { State = turn.State with { HeadsSince = heads } };
    }
}
