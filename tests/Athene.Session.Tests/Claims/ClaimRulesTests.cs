using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.Claims;

namespace Athene.Session.Tests.Claims;

public sealed class ClaimRulesTests
{
    private const string Url = "https://github.com/acme/app/pull/42";

    [Fact]
    public void Displaced_isWhoeverHoldsItOrWouldFindItByItsBranch()
    {
        var session = Samples.Session() with { Branch = "feat/x" };
        var owner = Samples.Session() with { Branch = "other", Prs = [new PullRequestDocument(Url, 42, "open")] };

        ClaimRules.IsDisplaced(session, Url, "feat/x").ShouldBeTrue();
        ClaimRules.IsDisplaced(owner, Url + "/files", "feat/x").ShouldBeTrue();
        ClaimRules.IsDisplaced(owner with { Retired = true }, Url, "feat/x").ShouldBeTrue();
        ClaimRules.IsDisplaced(session, Url, "feat/y").ShouldBeFalse();
        ClaimRules.IsDisplaced(session with { PrAutoDetect = false }, Url, "feat/x").ShouldBeFalse();
        ClaimRules.IsDisplaced(session with { Retired = true }, Url, "feat/x").ShouldBeFalse();
        ClaimRules.IsDisplaced(session with { Kind = SessionKind.Orchestrator }, Url, "feat/x").ShouldBeFalse();
    }

    [Fact]
    public void LocalBranch_ofAFork_isNeverABranchOfTheProject()
    {
        var pr = new PullRequestDetails(Url, 42, PullRequestState.Open, "Title", false, "main", "abc", "ada/app", true, "main", "ada");

        ClaimRules.LocalBranch(pr).ShouldBe("pr-42");
        ClaimRules.LocalBranch(pr with { IsFork = false, HeadBranch = "feat/x" }).ShouldBe("feat/x");
    }

    [Fact]
    public void Claimant_withoutAWorktreeOrEnded_isRefused()
    {
        var session = Samples.Session() with { WorkspacePath = "/w" };
        var ended = session with { Lifecycle = session.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, default) };

        Should.NotThrow(() => ClaimRules.RequireClaimant(session));
        TypeOf(session with { WorkspacePath = null }).ShouldBe(ErrorTypes.WorkspaceMissing);
        TypeOf(ended).ShouldBe(ErrorTypes.SessionTerminated);
        TypeOf(session with { Kind = SessionKind.Orchestrator }).ShouldBe(ErrorTypes.ClaimRefused);

        static string TypeOf(Session.Records.SessionRecord record) => Should.Throw<AtheneException>(() => ClaimRules.RequireClaimant(record)).Type;
    }
}
