using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Completion;

/// <summary>A session that has just ended may have been the last one: only then all of them are asked for (spec lifecycle.md §11.5). Pure.</summary>
internal static class LastOne
{
    public static Turn Judge(Turn turn)
    {
        var isEnd = IsLive(turn.Before.Session) && !IsLive(turn.State.Session);
        return isEnd && turn.Policy.Rule(ReactionKeys.AllComplete) is { } rule
            ? turn.With(new SumUp(rule.Priority, rule.Message, rule.IncludeSummary))
            : turn;
    }

    private static bool IsLive(SessionDocument? session) => session is { Kind: SessionKind.Worker, Lifecycle.IsTerminal: false };
}
