using System.Net;
using System.Net.Http.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Hosts;
using Athene.Contracts.Json;
using Athene.Contracts.PullRequests;
using Athene.Testing.GitHub;
using Athene.TrackerBridge.Tests.GitHub;

namespace Athene.TrackerBridge.Tests.PullRequests;

/// <summary>The bridge as other services use it, at a GitHub of the test's own.</summary>
public sealed class MergeServiceTests : IAsyncLifetime
{
    private GitHubServer github = null!;
    private GitHubPull pull = null!;
    private ServiceUnderTest service = null!;

    public async Task InitializeAsync()
    {
        github = await GitHubServer.StartAsync();
        pull = await GitHubBench.OpenAsync(await github.CreateRepositoryAsync("acme/app"));
        service = await ServiceUnderTest.StartAsync("tracker-bridge", "Athene.TrackerBridge", [], ("GITHUB_API_URL", github.ApiUrl));
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await github.DisposeAsync();
    }

    [Fact]
    public async Task Merge_greenPullRequest_isMergedAtItsHost()
    {
        var failures = await PostAsync("failures", new FailureLookup(Lookup, pull.HeadSha));
        (await failures.Content.ReadFromJsonAsync<FailureReport>(AtheneJson.Options))!.Jobs.ShouldBeEmpty();

        var answer = await PostAsync("merge", new MergeRequest(Lookup, pull.HeadSha));

        (await answer.Content.ReadFromJsonAsync<MergeResult>(AtheneJson.Options)).ShouldBe(new MergeResult(true, pull.MergeSha));
        pull.IsMerged.ShouldBeTrue();
    }

    [Fact]
    public async Task Merge_redPullRequest_isAConflictThatSaysWhy()
    {
        pull.IsDraft = true;

        var answer = await PostAsync("merge", new MergeRequest(Lookup, pull.HeadSha));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = (await answer.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options))!;
        (problem.Type, problem.Title.Contains("it is a draft", StringComparison.Ordinal)).ShouldBe((ErrorTypes.PullRequestNotMergeable, true));
    }

    [Fact]
    public async Task Hosts_afterALimitWasReached_sayUntilWhenTheyArePaused()
    {
        var until = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 1200);
        github.Limits.Leave("core", 0, until);
        (await PostAsync("failures", new FailureLookup(Lookup, pull.HeadSha))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        var host = (await service.Http.GetFromJsonAsync<HostList>("/v1/hosts", AtheneJson.Options))!.Data.ShouldHaveSingleItem();

        (host.PausedUntil, host.Reason).ShouldBe((until, "its limit is used up"));
        host.Allowances.ShouldHaveSingleItem().ShouldBe(new HostAllowance("core", 5000, 0, 2000, until));
    }

    private static PullRequestLookup Lookup => new("app", "#1", Repo: "acme/app");

    private Task<HttpResponseMessage> PostAsync<T>(string action, T body) => service.Http.PostAsJsonAsync($"/v1/pull-requests/{action}", body, AtheneJson.Options);
}
