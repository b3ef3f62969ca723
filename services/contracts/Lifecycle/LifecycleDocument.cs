namespace Athene.Contracts.Lifecycle;

/// <summary>The three independent dimensions of a session's life (spec lifecycle.md §1).</summary>
public sealed record LifecycleDocument(SessionPart Session, PullRequestPart Pr, RuntimePart Runtime)
{
    /// <summary>A session that was asked for and has no runtime yet.</summary>
    public static LifecycleDocument Requested(DateTimeOffset now) => new(
        new SessionPart(SessionState.NotStarted, SessionReason.SpawnRequested, now),
        new PullRequestPart(PullRequestState.None, PullRequestReason.NotCreated),
        new RuntimePart(RuntimeState.Unknown, RuntimeReason.SpawnIncomplete));

    /// <summary>Whether nothing more will happen to the session except a restore.</summary>
    public bool IsTerminal => Session.State is SessionState.Done or SessionState.Terminated;

    /// <summary>The same lifecycle in another session state, with the times of spec lifecycle.md §1.4.</summary>
    public LifecycleDocument To(SessionState state, SessionReason reason, DateTimeOffset now) => this with
    {
        Session = new SessionPart(
            state,
            reason,
            now,
            StartedAt: Session.StartedAt ?? (state is SessionState.Working ? now : null),
            CompletedAt: state is SessionState.Done ? Session.CompletedAt ?? now : Terminal(state, Session.CompletedAt),
            TerminatedAt: state is SessionState.Terminated ? Session.TerminatedAt ?? now : Terminal(state, Session.TerminatedAt)),
    };

    private static DateTimeOffset? Terminal(SessionState state, DateTimeOffset? time) =>
        state is SessionState.Done or SessionState.Terminated ? time : null;
}
