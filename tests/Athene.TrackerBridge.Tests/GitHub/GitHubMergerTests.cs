using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.Testing.GitHub;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.Tests.GitHub;

public sealed class GitHubMergerTests : IAsyncLifetime
{
    private GitHubBench bench = null!;
    private GitHubRepository repository = null!;
    private GitHubPull pull = null!;

    public async Task InitializeAsync()
    {
        bench = await GitHubBench.StartAsync();
        repository = await bench.GitHub.CreateRepositoryAsync("acme/app");
        pull = await GitHubBench.OpenAsync(repository);
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData(MergeMethod.Squash)]
    [InlineData(MergeMethod.Merge)]
    [InlineData(MergeMethod.Rebase)]
    public async Task Merge_atTheExpectedHead_isOnTheBase(MergeMethod method)
    {
        var result = await MergeAsync(pull.HeadSha, method);

        result.ShouldBe(new MergeResult(true, await repository.HeadOfAsync("main")));
    }

    [Fact]
    public async Task Merge_repeated_succeedsAndMergesOnce()
    {
        var first = await MergeAsync(pull.HeadSha);

        (await MergeAsync(pull.HeadSha)).ShouldBe(first);
        bench.GitHub.Requests.Count(request => request.Method == "PUT").ShouldBe(1);
    }

    [Fact]
    public async Task Merge_afterAPush_isRefused()
    {
        var green = pull.HeadSha;
        await repository.PushAsync("feat/x", "more.txt", "more");

        (await RefusedAsync(green)).ShouldBe(ErrorTypes.PullRequestHeadMoved);
        pull.IsMerged.ShouldBeFalse();
    }

    [Fact]
    public async Task Merge_ofOneThatWasMergedAtAnotherHead_isRefused()
    {
        await pull.MergeAsync();

        (await RefusedAsync("0123456789012345678901234567890123456789")).ShouldBe(ErrorTypes.PullRequestHeadMoved);
    }

    [Fact]
    public async Task Merge_blocked_saysByWhat()
    {
        repository.RequiredApprovals = 1;
        await pull.FailCheckAsync("build");

        var refused = await Should.ThrowAsync<AtheneException>(() => MergeAsync(pull.HeadSha));

        refused.Type.ShouldBe(ErrorTypes.PullRequestNotMergeable);
        refused.Message.ShouldContain("checks are failing, a review is required");
    }

    [Fact]
    public async Task Merge_closed_isRefused()
    {
        await pull.CloseAsync();

        (await RefusedAsync(pull.HeadSha)).ShouldBe(ErrorTypes.PullRequestNotOpen);
    }

    [Fact]
    public async Task Merge_throughTheQueue_waitsThereAndIsMergedByIt()
    {
        repository.HasMergeQueue = true;

        (await MergeAsync(pull.HeadSha)).ShouldBe(new MergeResult(false));
        (await MergeAsync(pull.HeadSha)).ShouldBe(new MergeResult(false));
        (await bench.ReadAsync(1)).Found!.Mergeability.ShouldBe(Mergeability.Queued);
        await pull.RunQueueAsync();

        (await MergeAsync(pull.HeadSha)).ShouldBe(new MergeResult(true, await repository.HeadOfAsync("main")));
    }

    [Fact]
    public async Task Merge_queueThatRefuses_saysByWhat()
    {
        repository.HasMergeQueue = true;
        pull.IsDraft = true;

        (await RefusedAsync(pull.HeadSha)).ShouldBe(ErrorTypes.PullRequestNotMergeable);
    }

    [Fact]
    public async Task Merge_unknownNumber_isNotFound() =>
        (await Should.ThrowAsync<AtheneException>(() => MergeAsync(pull.HeadSha, number: 99))).Type.ShouldBe(ErrorTypes.PullRequestNotFound);

    private Task<MergeResult> MergeAsync(string head, MergeMethod method = MergeMethod.Squash, int number = 1) => bench.Get<IPullRequestMerger>().MergeAsync(
        new MergeRequest(new PullRequestLookup("app", $"{number}", "github", "acme/app"), head, method), number, CancellationToken.None);

    private async Task<string> RefusedAsync(string head) => (await Should.ThrowAsync<AtheneException>(() => MergeAsync(head))).Type;
}
