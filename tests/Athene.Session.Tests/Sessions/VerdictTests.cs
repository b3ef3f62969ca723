using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Tests.Records;

namespace Athene.Session.Tests.Sessions;

public sealed class VerdictTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PullRequestFindings Found = new(
        PullRequestState.Open, PullRequestReason.CiFailing, [new PullRequestDocument("https://github.com/acme/app/pull/42", 42, "open", "sha-1", PullRequestOrigin.Detected)],
        DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task Apply_stateAndPullRequests_areOneWriteAndOneEvent()
    {
        using var ledger = await LedgerWithAsync("one-1");
        var request = new TransitionRequest(SessionState.NotStarted, SessionState.Working, SessionReason.FixingCi) { PullRequests = Found };

        var moved = await new Transitions(ledger).ApplyAsync("one-1", request, None);
        await new Transitions(ledger).ApplyAsync("one-1", request, None);

        moved.Status.ShouldBe(SessionStatus.CiFailed);
        (await EventsAsync("one-1", EventKinds.Transitioned)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Apply_fromAStateThatTheSessionHasLeft_changesNothing()
    {
        using var ledger = await LedgerWithAsync("two-1");
        var request = new TransitionRequest(SessionState.Detecting, SessionState.Terminated, SessionReason.RuntimeLost) { PullRequests = Found };

        var refused = await Should.ThrowAsync<AtheneException>(() => new Transitions(ledger).ApplyAsync("two-1", request, None));

        refused.Type.ShouldBe(ErrorTypes.TransitionStale);
        (await ledger.FindSessionAsync("two-1", None))!.Prs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outcome_thatIsToldAgain_standsInTheHistoryOnce()
    {
        using var ledger = await LedgerWithAsync("three-1");
        var intake = new OutcomeIntake(ledger);
        var report = new OutcomeReport("three-1-ci-failed-4-outcome", "reaction.action_succeeded", "info", "done with https://me:secret@example.test");

        await intake.AcceptAsync("three-1", report, None);
        await intake.AcceptAsync("three-1", report, None);

        (await EventsAsync("three-1", "reaction.action_succeeded")).ShouldHaveSingleItem().Summary.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("", "info")]
    [InlineData("Not A Kind", "info")]
    [InlineData("reaction.escalated", "loud")]
    public async Task Outcome_thatIsNone_isRefused(string kind, string level)
    {
        using var ledger = store.NewLedger();

        (await Should.ThrowAsync<AtheneException>(() => new OutcomeIntake(ledger).AcceptAsync("any-1", new OutcomeReport("id", kind, level, "x"), None)))
            .Type.ShouldBe(ErrorTypes.RequestInvalid);
    }

    private async Task<Ledger> LedgerWithAsync(string sessionId)
    {
        var ledger = store.NewLedger();
        var project = sessionId.Split('-')[0];
        await ledger.WriteAsync(
            project, null,
            draft =>
            {
                draft.Project = new ProjectRecord { Id = project };
                draft.Session = Samples.Session(sessionId) with { ProjectId = project };
                return true;
            },
            None);
        return ledger;
    }

    private Task<IReadOnlyList<Contracts.Events.EventDocument>> EventsAsync(string sessionId, string kind) =>
        new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery(sessionId, kind), None);
}
