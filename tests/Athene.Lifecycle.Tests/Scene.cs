using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Supervision;

namespace Athene.Lifecycle.Tests;

/// <summary>A supervisor's decisions one after the other, with a clock of its own; what was decided counts as carried out at once.</summary>
internal sealed class Scene(Policy? policy = null)
{
    private readonly Policy policy = policy ?? Sample.PolicyOf();
    private readonly List<PendingEffect> effects = [];
    private long version = 10;
    private long revision = 10;

    public DateTimeOffset Now { get; private set; } = Sample.Now;

    public SupervisionState State { get; private set; } = new() { SessionId = "app-1" };

    public IReadOnlyList<PendingEffect> Effects => effects;

    public IReadOnlyList<Notification> Notices => [.. effects.Select(pending => pending.Effect).OfType<TellPeople>().Select(effect => effect.Notification)];

    /// <summary>What the agent was told: the reaction of each message.</summary>
    public IReadOnlyList<string?> Messages => [.. effects.Where(pending => pending.Effect is TellAgent or TellAgentOfFailures).Select(pending => pending.Reaction)];

    public IReadOnlyList<T> All<T>()
        where T : Effect => [.. effects.Select(pending => pending.Effect).OfType<T>()];

    public IReadOnlyList<Notification> NoticesOf(string type) => [.. Notices.Where(notice => notice.Type == type)];

    public Scene Hear(Signal signal)
    {
        State = Decision.Decide(State, signal, Now, policy);
        effects.AddRange(State.Outbox);
        State = State with { Outbox = [] };
        return this;
    }

    public Scene Hear(SessionDocument session, string type = Contracts.Events.EventTypes.Observed) => Hear(Sample.Signal(type, session, ++version));

    public Scene Hear(PullRequestSnapshot pr) => Hear(Sample.Signal(pr with { Revision = ++revision }));

    /// <summary>Lets time pass; whenever the supervisor wanted to be woken, it is.</summary>
    public Scene Wait(TimeSpan time)
    {
        var until = Now + time;
        while (Wake.Next(State, policy, Now) is { } next && next <= until)
        {
            Now = next;
            Hear(new WakeSignal());
        }

        Now = until;
        return this;
    }
}
