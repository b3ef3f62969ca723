using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>One thing that Athene reacts to: how it is recognised, and what there is to say of it. Pure.</summary>
public abstract class Reaction
{
    /// <summary>What a configuration calls it (<see cref="ReactionKeys"/>).</summary>
    public abstract string Key { get; }

    /// <summary>How long it must stay over before it counts as over.</summary>
    public virtual TimeSpan SettleTime(Policy policy) => TimeSpan.Zero;

    /// <summary>Whether something new to say makes a new incident of it, with patience of its own.</summary>
    public virtual bool IsRenewedByNews => false;

    /// <summary>Whether an incident of a pull request that the session owns waits, while the session has ended, for it to be restored.</summary>
    public virtual bool OutlastsSession => false;

    /// <summary>How it stands, for everything that it can be about; what is not named is gone.</summary>
    public abstract IEnumerable<Condition> Observe(Turn turn);

    /// <summary>What people are told.</summary>
    public abstract Notice NoticeOf(Turn turn, Condition condition);

    /// <summary>The kind of event that the session's history gets when it begins; null: none.</summary>
    public virtual string? TriggerKind => null;

    /// <summary>What is done about it; nothing: a person is told.</summary>
    /// <param name="news">The condition with only those items that nothing was done about.</param>
    public virtual IEnumerable<Effect> ActionOf(Turn turn, Condition news, ReactionRule rule) =>
        rule is { Auto: true, Action: ReactionAction.SendToAgent } && MessageOf(turn, news, rule) is { } message ? [message] : [];

    /// <summary>What the agent is told; null: there is nothing that an agent could do about it.</summary>
    /// <param name="news">The condition with only those items that the agent has not been told of.</param>
    protected virtual Effect? MessageOf(Turn turn, Condition news, ReactionRule rule) => rule.Message is { } message ? new TellAgent(message) : null;

    /// <summary>When its standing may change by itself, without anything being heard; null: it does not.</summary>
    public virtual DateTimeOffset? ChangesAt(Turn turn) => null;
}
