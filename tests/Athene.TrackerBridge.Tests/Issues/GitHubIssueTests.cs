using System.Globalization;
using System.Net;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Testing.GitHub;

namespace Athene.TrackerBridge.Tests.Issues;

[Collection(TrackersCollection.Name)]
public sealed class GitHubIssueTests(TrackersUnderTest trackers) : TrackerContract(trackers)
{
    protected override IssueSource Source => new("app", "/nowhere") { Provider = "github", Repo = "acme/app" };

    protected override bool KnowsEveryState => false;

    protected override bool KnowsPriorities => false;

    [Theory]
    [InlineData("completed", IssueState.Closed)]
    [InlineData("not_planned", IssueState.Cancelled)]
    [InlineData("duplicate", IssueState.Cancelled)]
    [InlineData(null, IssueState.Closed)]
    public async Task Lookup_closedFor_aReason_isToldApart(string? reason, IssueState expected)
    {
        var id = (await CreateAsync(new NewIssue("Close me"))).Id;
        await UpdateAsync(id, new IssueChanges(IssueState.Closed));
        Issue(id).StateReason = reason;

        (await FindAsync(id)).State.ShouldBe(expected);
    }

    [Fact]
    public async Task Update_toCancelled_isNotPlanned()
    {
        var id = (await CreateAsync(new NewIssue("Never"))).Id;

        (await UpdateAsync(id, new IssueChanges(IssueState.Cancelled))).State.ShouldBe(IssueState.Cancelled);

        Issue(id).StateReason.ShouldBe("not_planned");
    }

    [Theory]
    [InlineData("ada", true)]
    [InlineData("grace", true)]
    [InlineData("mallory", false)]
    public async Task Lookup_author_mayWriteAsAMember(string author, bool expected)
    {
        var issue = await Trackers.GitHubRepository.OpenIssueAsync("Whose?", by: author);

        var found = await FindAsync($"#{issue.Number}");

        (found.Author, found.AuthorMayWrite).ShouldBe((author, expected));
    }

    [Fact]
    public async Task List_leavesOutPullRequests()
    {
        await Trackers.GitHubRepository.PushAsync("feat/list", "a.txt", "text");
        var pull = await Trackers.GitHubRepository.OpenPullRequestAsync("feat/list");

        var ids = await ListAsync(new IssueFilter(IssueSelection.All, Limit: IssueFilter.MostAtOnce));

        ids.ShouldNotContain(pull.Number.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Lookup_deletedIssue_isNotFound()
    {
        var issue = await Trackers.GitHubRepository.OpenIssueAsync("Spam");
        await Trackers.GitHubRepository.DeleteIssueAsync(issue);

        (await NotFoundAsync($"{issue.Number}")).Type.ShouldBe(ErrorTypes.IssueNotFound);
    }

    [Fact]
    public async Task Lookup_inARepositoryThatTheTokenDoesNotSee_isNoMissingIssue()
    {
        var lookup = new IssueLookup(Source with { Repo = "acme/secret" }, "7");

        (await RefusedAsync("lookup", lookup, HttpStatusCode.BadGateway)).Type.ShouldBe(ErrorTypes.TrackerUnauthorized);
    }

    [Fact]
    public async Task Update_assigneeWhomGitHubLeavesOut_isRefusedAndChangesNothing()
    {
        var id = (await CreateAsync(new NewIssue("Assign me"))).Id;

        var update = new IssueUpdate(Source, id, new IssueChanges(IssueState.Closed, Assignee: "mallory"));

        (await RefusedAsync("update", update, HttpStatusCode.BadRequest)).Title.ShouldContain("'mallory'");
        (await FindAsync(id)).State.ShouldBe(IssueState.Open);
    }

    protected override Task<IReadOnlyList<string>> CommentsOfAsync(IssueDocument issue) => Task.FromResult(Issue(issue.Id).Comments);

    private GitHubIssue Issue(string id) => Trackers.GitHubRepository.Issues.Single(issue => $"{issue.Number}" == id);
}
