using System.Net;
using System.Net.Http.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Tests.PullRequests;

public sealed class GitHubServiceTests(AuthorisedBridge bridge) : IClassFixture<AuthorisedBridge>, IDisposable
{
    private readonly FakeGitHub github = bridge.GitHub;

    public void Dispose() => github.Clear();

    [Fact]
    public async Task Lookup_pullRequest_isNormalised()
    {
        github.AddPullRequest(42, "feat/x", "abc123");

        (await FoundAsync("#42")).ShouldBe(new PullRequestDetails(
            FakeGitHub.AddressOf(42), 42, PullRequestState.Open, "Change 42", false, "feat/x", "abc123", "acme/app", false, "main", "ada") { HeadRef = "refs/pull/42/head" });
        github.Requests.ShouldBe(["GET /repos/acme/app/pulls/42 Bearer secret-of-the-test"]);
        bridge.Service.Log.ShouldNotContain(line => line.Contains("secret-of-the-test", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("open", PullRequestState.Open)]
    [InlineData("closed", PullRequestState.Closed)]
    [InlineData("merged", PullRequestState.Merged)]
    public async Task Lookup_state_isTold(string state, PullRequestState expected)
    {
        github.AddPullRequest(42, "feat/x", "abc123", state);

        (await FoundAsync("42")).State.ShouldBe(expected);
    }

    [Theory]
    [InlineData("ada/app")]
    [InlineData(null)]
    public async Task Lookup_fromAFork_isToldEvenWhenTheForkIsGone(string? fork)
    {
        github.AddPullRequest(42, "feat/x", "abc123", headRepository: fork);

        var found = await FoundAsync("42");

        (found.IsFork, found.HeadRepository).ShouldBe((true, fork));
    }

    [Fact]
    public async Task Lookup_unknownNumber_isNotFound() => (await RefusedAsync("7", HttpStatusCode.NotFound)).Type.ShouldBe(ErrorTypes.PullRequestNotFound);

    [Fact]
    public async Task Lookup_badToken_isUnauthorised()
    {
        github.Answer("GET /repos/acme/app/pulls/42", 401, new { message = "Bad credentials" });

        var problem = await RefusedAsync("42", HttpStatusCode.BadGateway);

        problem.Type.ShouldBe(ErrorTypes.TrackerUnauthorized);
        problem.Title.ShouldContain("Bad credentials");
        problem.Hint.ShouldNotBeNull().ShouldContain("GITHUB_TOKEN");
    }

    [Fact]
    public async Task Lookup_rateLimited_saysUntilWhen()
    {
        github.Answer("GET /repos/acme/app/pulls/42", 403, new { message = "API rate limit exceeded" });
        github.Headers["x-ratelimit-remaining"] = "0";
        github.Headers["x-ratelimit-reset"] = "1767225600";

        var problem = await RefusedAsync("42", HttpStatusCode.ServiceUnavailable);

        problem.Type.ShouldBe(ErrorTypes.TrackerRateLimited);
        problem.Title.ShouldContain("until 2026-01-01 00:00:00Z");
    }

    [Fact]
    public async Task Lookup_hostThatIsAway_saysWhere()
    {
        var away = $"http://127.0.0.1:{FreePort.Next()}";

        var answer = await PostAsync("lookup", LookupOf("42") with { ApiUrl = away });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(away);
    }

    [Fact]
    public async Task Lookup_hostThatOnlyAProjectNames_getsNoToken()
    {
        using var elsewhere = new FakeGitHub();
        elsewhere.AddPullRequest(42, "feat/x", "abc123");

        (await PostAsync("lookup", LookupOf("42") with { ApiUrl = elsewhere.ApiUrl })).StatusCode.ShouldBe(HttpStatusCode.OK);

        elsewhere.Requests.ShouldBe(["GET /repos/acme/app/pulls/42"]);
    }

    [Theory]
    [InlineData("bitbucket", "acme/app")]
    [InlineData(null, null)]
    public async Task Lookup_atAHostThatIsNotKnown_isRefusedLoudly(string? provider, string? repo)
    {
        var answer = await PostAsync("lookup", new PullRequestLookup("app", "42", provider, repo, github.ApiUrl));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options))!.Type.ShouldBe(ErrorTypes.TrackerNotConfigured);
        github.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Assign_userOfTheToken_isAssigned()
    {
        github.AllowAssignment(42, "grace");

        var answer = await PostAsync("assign", LookupOf("42"));

        (await answer.Content.ReadFromJsonAsync<PullRequestAssignment>(AtheneJson.Options)).ShouldBe(new PullRequestAssignment("grace"));
        github.Requests.ShouldContain("POST /repos/acme/app/issues/42/assignees Bearer secret-of-the-test");
    }

    [Fact]
    public async Task Assign_userWhomGitHubLeavesOut_isAFailure()
    {
        github.AllowAssignment(42, "grace", isTaken: false);

        var answer = await PostAsync("assign", LookupOf("42"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("grace");
    }

    private static PullRequestLookup LookupOf(string reference) => new("app", reference, "github", FakeGitHub.Repository);

    private Task<HttpResponseMessage> PostAsync(string action, PullRequestLookup lookup) =>
        bridge.Service.Http.PostAsJsonAsync($"/v1/pull-requests/{action}", lookup, AtheneJson.Options);

    private async Task<PullRequestDetails> FoundAsync(string reference)
    {
        var answer = await PostAsync("lookup", LookupOf(reference));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<PullRequestDetails>(AtheneJson.Options)).ShouldNotBeNull();
    }

    private async Task<ProblemDocument> RefusedAsync(string reference, HttpStatusCode status)
    {
        var answer = await PostAsync("lookup", LookupOf(reference));
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options)).ShouldNotBeNull();
    }
}
