using System.Net;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Testing.Hosts;

namespace Athene.TrackerBridge.Tests.Issues;

[Collection(TrackersCollection.Name)]
public sealed class LinearIssueTests(TrackersUnderTest trackers) : TrackerContract(trackers)
{
    protected override IssueSource Source => new("app", "/nowhere") { Provider = "linear", Repo = "acme/app", TeamId = FakeLinear.TeamId };

    protected override string UnknownIssue => "ENG-4711";

    [Fact]
    public async Task Lookup_issue_bringsItsBranchAndPriority()
    {
        var found = await FindAsync(Trackers.Linear.Add("Ship it", priority: 1, branchName: "user/int-5"));

        (found.Branch, found.Priority).ShouldBe(("user/int-5", IssuePriority.Urgent));
    }

    [Theory]
    [InlineData("backlog", IssueState.Open)]
    [InlineData("unstarted", IssueState.Open)]
    [InlineData("started", IssueState.InProgress)]
    [InlineData("completed", IssueState.Closed)]
    [InlineData("canceled", IssueState.Cancelled)]
    public async Task Lookup_stateType_isTold(string type, IssueState expected) =>
        (await FindAsync(Trackers.Linear.Add("State", stateType: type))).State.ShouldBe(expected);

    [Theory]
    [InlineData("ada", true)]
    [InlineData("mallory", false)]
    [InlineData(null, false)]
    public async Task Lookup_author_mayWriteUnlessAGuestOrAProgram(string? author, bool expected) =>
        (await FindAsync(Trackers.Linear.Add("Whose?", author: author))).AuthorMayWrite.ShouldBe(expected);

    [Fact]
    public async Task Update_thatFails_isNotTriedAgain()
    {
        var id = (await CreateAsync(new NewIssue("Once"))).Id;
        Trackers.Linear.Fail("commentCreate");

        await RefusedAsync("update", new IssueUpdate(Source, id, new IssueChanges(Comment: "Hello")), HttpStatusCode.BadGateway);

        Trackers.Linear.CommentsOf(id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case007_trackerFails_isNoMissingIssue()
    {
        Trackers.Linear.Interrupt(FakeLinear.Error("Authentication required", "AUTHENTICATION_ERROR"));

        (await RefusedAsync("lookup", new IssueLookup(Source, "ENG-1"), HttpStatusCode.BadGateway)).Type.ShouldBe(ErrorTypes.TrackerUnauthorized);
    }

    [Fact]
    public async Task Lookup_atAnAddressThatOnlyTheProjectNames_isRefusedBeforeTheKeyLeaves()
    {
        using var stranger = new FakeLinear();

        var problem = await RefusedAsync("lookup", new IssueLookup(Source with { ApiUrl = stranger.ApiUrl }, "ENG-1"), HttpStatusCode.BadGateway);

        problem.Hint.ShouldNotBeNull().ShouldContain("LINEAR_API_URL");
        stranger.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_withoutATeam_saysWhichKeyIsMissing()
    {
        var creation = new IssueCreation(Source with { TeamId = null }, new NewIssue("Where?"));

        (await RefusedAsync("create", creation, HttpStatusCode.UnprocessableEntity)).Hint.ShouldNotBeNull().ShouldContain("teamId");
    }

    protected override Task<IReadOnlyList<string>> CommentsOfAsync(IssueDocument issue) => Task.FromResult(Trackers.Linear.CommentsOf(issue.Id));
}
