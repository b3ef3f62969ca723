using System.Text.Json;
using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Testing.GitHub;
using Athene.TrackerBridge.Budget;
using Athene.TrackerBridge.GitHub;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Tests.GitHub;
using GitHubRepository = Athene.Testing.GitHub.GitHubRepository;

namespace Athene.TrackerBridge.Tests.Budget;

public sealed class BudgetHandlerTests : IAsyncLifetime
{
    private GitHubBench bench = null!;
    private GitHubRepository repository = null!;

    public async Task InitializeAsync()
    {
        bench = await GitHubBench.StartAsync(new AtheneConfiguration { Hosts = new Dictionary<string, HostConfiguration>() });
        repository = await bench.GitHub.CreateRepositoryAsync("acme/app");
        await GitHubBench.OpenAsync(repository);
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Case097_quotaUsedUp_nothingIsAskedButWhatAPersonAsks()
    {
        var until = DateTimeOffset.UtcNow + TimeSpan.FromMinutes(20);
        bench.GitHub.Limits.Leave("graphql", 0, until);
        (await bench.ReadAsync(1)).Problem!.Type.ShouldBe(ErrorTypes.TrackerRateLimited);
        var before = bench.GitHub.Requests.Count;

        var readings = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bench.ReadAsync(1)));

        readings.ShouldAllBe(reading => reading.Found == null && reading.Problem!.Type == ErrorTypes.TrackerRateLimited);
        (await bench.Get<IChangeProbe>().ChangedAsync([readings[0].Query], CancellationToken.None)).Count.ShouldBe(1);
        bench.GitHub.Requests.Count.ShouldBe(before);
        var host = bench.Get<HostBudgets>().Describe().Data.ShouldHaveSingleItem();
        (host.PausedUntil!.Value - until).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(3));
        (await FindAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Reserve_isKeptFromSupervisionAndGivenToPeople()
    {
        bench.GitHub.Limits.Leave("graphql", 2000, DateTimeOffset.UtcNow + TimeSpan.FromMinutes(20));
        bench.GitHub.Limits.Leave("core", 2000, DateTimeOffset.UtcNow + TimeSpan.FromMinutes(20));
        await bench.ReadAsync(1);

        (await bench.ReadAsync(1)).Problem.ShouldNotBeNull().Message.ShouldContain("kept for you");
        (await FindAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task SecondaryLimit_holdsForEverybody()
    {
        bench.GitHub.Limits.Throttle(TimeSpan.FromMinutes(2));
        (await bench.ReadAsync(1)).Problem!.Type.ShouldBe(ErrorTypes.TrackerRateLimited);
        var before = bench.GitHub.Requests.Count;

        var refused = await Should.ThrowAsync<AtheneException>(() => FindAsync());

        refused.Message.ShouldContain("paused until");
        bench.GitHub.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task SecondaryLimit_saidWithASuccess_holdsForEverybodyToo()
    {
        (bench.GitHub.Limits.IsSaidInAnswers, var before) = (true, bench.GitHub.Requests.Count);
        bench.GitHub.Limits.Throttle(null);

        (await bench.ReadAsync(1)).Problem!.Type.ShouldBe(ErrorTypes.TrackerRateLimited);

        (await Should.ThrowAsync<AtheneException>(() => FindAsync())).Message.ShouldContain("paused until");
        bench.GitHub.Requests.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Redirect_withinTheHost_isFollowedWithTheToken()
    {
        await using var known = await GitHubBench.StartAsync(secrets: ("GITHUB_TOKEN", "a-token"));
        await GitHubBench.OpenAsync(await known.GitHub.CreateRepositoryAsync("acme/app"));
        (known.GitHub.RequiredToken, known.GitHub.FormerNames["acme/before"]) = ("a-token", "acme/app");
        var api = known.Get<GitHubApi>();

        (await api.FindAsync<GitHubPullRequest>(null, "repos/acme/before/pulls/1", CancellationToken.None)).ShouldNotBeNull().Number.ShouldBe(1);
        (await api.PostAsync<GitHubAssignees, JsonElement>(null, "repos/acme/before/issues/1/assignees", new GitHubAssignees(["ada"]), CancellationToken.None)).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task SameRead_atTheSameTime_isOneRequest()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FindAsync()));

        found.ShouldAllBe(one => one!.Number == 1);
        bench.GitHub.Requests.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task RepeatedRead_ofWhatHasNotChanged_isFree()
    {
        await FindAsync();
        var used = bench.GitHub.Limits.Used("core");

        (await FindAsync()).ShouldNotBeNull().Number.ShouldBe(1);

        bench.GitHub.Limits.Used("core").ShouldBe(used);
        bench.GitHub.Requests[^1].Status.ShouldBe(304);
    }

    [Fact]
    public async Task RepeatedRead_ofWhatHasChanged_isTheNewState()
    {
        await FindAsync();

        var sha = await repository.PushAsync("feat/x", "b.txt", "two");

        (await FindAsync()).ShouldNotBeNull().Head.Sha.ShouldBe(sha);
    }

    private Task<GitHubPullRequest?> FindAsync() => bench.Get<GitHubApi>().FindAsync<GitHubPullRequest>(null, "repos/acme/app/pulls/1", CancellationToken.None);
}
