using System.Globalization;
using System.Net;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Testing.Hosts;

namespace Athene.TrackerBridge.Tests.Issues;

[Collection(TrackersCollection.Name)]
public sealed class GitLabIssueTests(TrackersUnderTest trackers) : TrackerContract(trackers)
{
    protected override IssueSource Source => new("app", "/nowhere") { Provider = "gitlab", Repo = FakeGitLab.Project };

    protected override bool KnowsEveryState => false;

    protected override bool KnowsPriorities => false;

    [Theory]
    [InlineData("ada", true)]
    [InlineData("grace", true)]
    [InlineData("rex", false)]
    [InlineData("mallory", false)]
    public async Task Lookup_author_mayWriteFromDeveloperOn(string author, bool expected)
    {
        var iid = Trackers.GitLab.Issues.Add("Whose?", author: author);

        var found = await FindAsync(iid.ToString(CultureInfo.InvariantCulture));

        (found.Author, found.AuthorMayWrite).ShouldBe((author, expected));
    }

    [Fact]
    public async Task Lookup_inAProjectThatTheTokenDoesNotSee_isNoMissingIssue()
    {
        var lookup = new IssueLookup(Source with { Repo = "acme/secret" }, "7");

        (await RefusedAsync("lookup", lookup, HttpStatusCode.BadGateway)).Type.ShouldBe(ErrorTypes.TrackerUnauthorized);
    }

    [Fact]
    public async Task Lookup_atAHostThatOnlyTheProjectNames_goesWithoutTheToken()
    {
        using var stranger = new FakeGitLab();
        stranger.Issues.Add("Come here");

        var lookup = new IssueLookup(Source with { ApiUrl = stranger.ApiUrl }, "1");

        (await RefusedAsync("lookup", lookup, HttpStatusCode.BadGateway)).Hint.ShouldNotBeNull().ShouldContain("GITLAB_API_URL");
    }

    [Fact]
    public async Task Case007_trackerFails_isNoMissingIssue()
    {
        Trackers.GitLab.Interrupt(FakeAnswer.Refusal(401, "401 Unauthorized"));

        var problem = await RefusedAsync("lookup", new IssueLookup(Source, "1"), HttpStatusCode.BadGateway);

        problem.Type.ShouldBe(ErrorTypes.TrackerUnauthorized);
        problem.Title.ShouldContain("401 Unauthorized");
    }

    [Fact]
    public async Task Update_unknownAssignee_isRefusedAndChangesNothing()
    {
        var id = (await CreateAsync(new NewIssue("Assign me"))).Id;

        var update = new IssueUpdate(Source, id, new IssueChanges(IssueState.Closed, Assignee: "nobody"));

        (await RefusedAsync("update", update, HttpStatusCode.BadRequest)).Title.ShouldContain("'nobody'");
        (await FindAsync(id)).State.ShouldBe(IssueState.Open);
    }

    protected override Task<IReadOnlyList<string>> CommentsOfAsync(IssueDocument issue) =>
        Task.FromResult(Trackers.GitLab.Issues.NotesOf(int.Parse(issue.Id, CultureInfo.InvariantCulture)));
}
