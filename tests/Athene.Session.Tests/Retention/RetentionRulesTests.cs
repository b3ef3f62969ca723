using Athene.Configuration;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Records;
using Athene.Session.Retention;

namespace Athene.Session.Tests.Retention;

public sealed class RetentionRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RetentionConfiguration retention = new() { EndedAge = TimeSpan.FromDays(30), EndedSessions = 4 };

    [Fact]
    public void Due_sessionsThatEndedLongAgo_go() =>
        RetentionRules.Due([Ended(1, days: 40), Ended(2, days: 30), Ended(3, days: 29)], retention, Now).ShouldBe(["app-1", "app-2"]);

    [Fact]
    public void Due_moreThanAreKept_theOldestGoAndSomeRoomIsMade() =>
        RetentionRules.Due([.. Enumerable.Range(1, 5).Select(number => Ended(number, days: 1))], retention, Now).ShouldBe(["app-1", "app-2"]);

    [Fact]
    public void Due_asManyAsAreKept_stay() =>
        RetentionRules.Due([.. Enumerable.Range(1, 4).Select(number => Ended(number, days: 1))], retention, Now).ShouldBeEmpty();

    [Fact]
    public void Due_sessionThatStillHasItsWorktreeOrIsBeingRestored_stays() =>
        RetentionRules.Due([Ended(1, days: 99) with { Retired = false }, Ended(2, days: 99) with { HeldBy = "restore-app-2-1" }], retention, Now).ShouldBeEmpty();

    [Fact]
    public void Due_orchestrator_stays() =>
        RetentionRules.Due([Ended(1, days: 99) with { Kind = SessionKind.Orchestrator }], retention, Now).ShouldBeEmpty();

    private static SessionRecord Ended(int number, int days)
    {
        var session = Samples.Session($"app-{number}");
        return session with { Retired = true, Lifecycle = session.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Now.AddDays(-days)) };
    }
}
