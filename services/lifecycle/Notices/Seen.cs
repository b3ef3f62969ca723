using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Notices;

/// <summary>What people were told last of where a session and its pull request stand.</summary>
public sealed record Seen(SessionState Session, PullRequestState Pr, PullRequestReason PrReason)
{
    public static Seen Of(SessionDocument session) => new(session.Lifecycle.Session.State, session.Lifecycle.Pr.State, session.Lifecycle.Pr.Reason);
}
