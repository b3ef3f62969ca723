using Athene.Contracts.Errors;
using Athene.Session.Sessions;

namespace Athene.Session.Tests.Sessions;

public sealed class SessionHoldTests
{
    [Fact]
    public void Take_freeSession_isHeld() => SessionHold.Take(Samples.Session(), "kill-app-1").HeldBy.ShouldBe("kill-app-1");

    [Fact]
    public void Take_sameOperationAgain_staysHeld() =>
        SessionHold.Take(Samples.Session() with { HeldBy = "kill-app-1" }, "kill-app-1").HeldBy.ShouldBe("kill-app-1");

    [Fact]
    public void Take_heldByAnother_isRefused()
    {
        var held = Samples.Session() with { HeldBy = "restore-app-1-1" };

        Should.Throw<AtheneException>(() => SessionHold.Take(held, "kill-app-1")).Type.ShouldBe(ErrorTypes.SessionBusy);
    }

    [Fact]
    public void Release_byAnother_changesNothing()
    {
        var held = Samples.Session() with { HeldBy = "restore-app-1-1" };

        SessionHold.Release(held, "kill-app-1").ShouldBe(held);
        SessionHold.Release(held, "restore-app-1-1").HeldBy.ShouldBeNull();
    }

    [Fact]
    public void LaunchId_withoutARestore_isTheSpawn()
    {
        var session = Samples.Session();

        session.LaunchId.ShouldBe(session.OperationId);
        (session with { LaunchId = "restore-app-1-1" }).LaunchId.ShouldBe("restore-app-1-1");
    }
}
