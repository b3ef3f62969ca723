using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Tests.Sessions;

public sealed class RestorabilityTests
{
    [Theory]
    [InlineData(SessionState.Terminated, RuntimeState.Alive)]
    [InlineData(SessionState.Done, RuntimeState.Missing)]
    [InlineData(SessionState.Working, RuntimeState.Exited)]
    [InlineData(SessionState.NeedsInput, RuntimeState.Missing)]
    public void RefusalOf_endedOrDeadSession_isNone(SessionState state, RuntimeState runtime) =>
        Restorability.RefusalOf(Session(state, runtime)).ShouldBeNull();

    [Theory]
    [InlineData(RuntimeState.Alive)]
    [InlineData(RuntimeState.ProbeFailed)]
    [InlineData(RuntimeState.Unknown)]
    public void RefusalOf_sessionThatMayBeAtWork_saysSo(RuntimeState runtime) =>
        Restorability.RefusalOf(Session(SessionState.Working, runtime)).ShouldNotBeNull().ShouldContain("running");

    [Fact]
    public void RefusalOf_mergedPullRequestOfALivingAgent_isRefused()
    {
        var session = Session(SessionState.Idle, RuntimeState.Alive);
        session = session with { Lifecycle = session.Lifecycle with { Pr = new PullRequestPart(PullRequestState.Merged, PullRequestReason.Merged, 7) } };

        Restorability.RefusalOf(session).ShouldNotBeNull();
    }

    [Fact]
    public void RefusalOf_sessionThatIsBeingSpawned_saysSo() =>
        Restorability.RefusalOf(Samples.Session()).ShouldNotBeNull().ShouldContain("spawned");

    private static SessionRecord Session(SessionState state, RuntimeState runtime)
    {
        var session = Samples.Session();
        var lifecycle = session.Lifecycle.To(state, SessionReason.TaskInProgress, session.CreatedAt);
        return session with
        {
            Runtime = new RuntimeDocument("tmux", session.Id),
            Lifecycle = lifecycle with { Runtime = new RuntimePart(runtime, RuntimeReason.ProcessRunning) },
        };
    }
}
