using Athene.Session.Records;

namespace Athene.Session.Tests.Records;

public sealed class ProjectRecordTests
{
    private readonly ProjectRecord project = new() { Id = "app", HighestNumber = 3 };

    [Fact]
    public void Session_thatEnds_movesFromLiveToEndedAndFreesItsIssue()
    {
        var live = project.WithLive("app-3").WithClaim("#INT-1 ", "app-3");
        live.ClaimantOf("int-1").ShouldBe("app-3");

        var ended = live.WithEnded("app-3");

        ended.Live.ShouldBeEmpty();
        ended.Ended.ShouldBe(["app-3"]);
        ended.ClaimantOf("INT-1").ShouldBeNull();
        ended.HighestNumber.ShouldBe(3);
    }

    [Fact]
    public void Session_thatComesBack_isLiveOnce() =>
        project.WithLive("app-1").WithEnded("app-1").WithLive("app-1").WithLive("app-1")
            .ShouldSatisfyAllConditions(back => back.Live.ShouldBe(["app-1"]), back => back.Ended.ShouldBeEmpty());

    [Fact]
    public void Reservation_isHeldByItsOperationUntilItIsGivenUp()
    {
        var reserved = project.WithReservation("spawn-1", "app-1").WithReservation("spawn-2", "app-2");

        reserved.WithoutReservation("spawn-1").Reservations.ShouldBe(new Dictionary<string, string> { ["spawn-2"] = "app-2" });
    }

    [Fact]
    public void Without_otherSessions_keepTheirClaims() =>
        project.WithClaim("1", "app-1").WithClaim("2", "app-2").Without("app-1").ClaimantOf("2").ShouldBe("app-2");
}
