using Athene.Testing.GitHub;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.Tests.GitHub;

public sealed class GitHubChangeProbeTests : IAsyncLifetime
{
    private static readonly PullRequestQuery Query = new("acme/app", null, 1, null);

    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private GitHubBench bench = null!;
    private GitHubRepository repository = null!;
    private GitHubPull pull = null!;

    /// <summary>What can happen to a pull request.</summary>
    public static TheoryData<string> Happenings => [.. Ways.Keys];

    private static Dictionary<string, Func<GitHubRepository, GitHubPull, Task>> Ways { get; } = new()
    {
        ["push"] = (repository, pull) => repository.PushAsync(pull.HeadBranch, "a.txt", "two\n"),
        ["check starts"] = (_, pull) => pull.StartCheckAsync("build"),
        ["check fails"] = (_, pull) => pull.FailCheckAsync("first"),
        ["status"] = (_, pull) => pull.SetStatusAsync("ci/legacy", "pending"),
        ["approval without words"] = (_, pull) => pull.ApproveAsync(),
        ["remark"] = (_, pull) => pull.CommentAsync("grace", "a.txt", 1, "Why?"),
        ["resolved thread"] = (_, pull) => pull.ResolveAsync(pull.OpenThreads[0]),
        ["merge"] = (_, pull) => pull.MergeAsync(),
        ["close"] = (_, pull) => pull.CloseAsync(),
        ["conflict by the base"] = (repository, _) => repository.PushAsync("main", "feat-x.txt", "theirs\n"),
    };

    public async Task InitializeAsync()
    {
        bench = await GitHubBench.StartAsync(time: time);
        repository = await bench.GitHub.CreateRepositoryAsync("acme/app");
        pull = await GitHubBench.OpenAsync(repository);
        await pull.StartCheckAsync("first");
        await pull.CommentAsync("grace", "a.txt", 1, "First remark");
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [MemberData(nameof(Happenings))]
    public async Task Changed_afterAnything_isToReadAgain(string happening)
    {
        await ReadAndCommitAsync();
        (await ChangedAsync()).ShouldBeEmpty();

        await Ways[happening](repository, pull);

        (await ChangedAsync()).ShouldHaveSingleItem().Query.ShouldBe(Query);
    }

    [Fact]
    public async Task Changed_withoutCommit_staysChanged()
    {
        (await ChangedAsync()).Count.ShouldBe(1);

        (await ChangedAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Changed_longAfterTheLastReading_isToReadAgain()
    {
        await ReadAndCommitAsync();

        time.Advance(TimeSpan.FromMinutes(11));

        (await ChangedAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Changed_whenNobodyCanTell_isToReadAgain()
    {
        await ReadAndCommitAsync();
        bench.GitHub.DeleteRepository("acme/app");

        (await ChangedAsync()).ShouldHaveSingleItem().Fingerprint.ShouldBeNull();
    }

    [Fact]
    public async Task Changed_branchWithoutPullRequest_changesWhenOneIsOpened()
    {
        await repository.PushAsync("feat/y", "y.txt", "y");
        var byBranch = new PullRequestQuery("acme/app", null, null, "feat/y");
        var probe = bench.Get<IChangeProbe>();
        foreach (var mark in await probe.ChangedAsync([byBranch], CancellationToken.None)) probe.Commit(mark);
        (await probe.ChangedAsync([byBranch], CancellationToken.None)).ShouldBeEmpty();

        await repository.OpenPullRequestAsync("feat/y");

        (await probe.ChangedAsync([byBranch], CancellationToken.None)).ShouldHaveSingleItem();
    }

    private async Task ReadAndCommitAsync()
    {
        foreach (var mark in await ChangedAsync()) bench.Get<IChangeProbe>().Commit(mark);
    }

    private Task<IReadOnlyList<ChangeMark>> ChangedAsync() => bench.Get<IChangeProbe>().ChangedAsync([Query], CancellationToken.None);
}
