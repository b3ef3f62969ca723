using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Tests.Contracts;

namespace Athene.TrackerBridge.Tests.GitHub;

/// <summary>A GitHub on this machine, and the parts of the bridge that ask it.</summary>
internal sealed class GitHubStage(GitHubBench bench, Athene.Testing.GitHub.GitHubRepository repository) : IHostStage
{
    public IPullRequestHost Host => bench.Get<IPullRequestHost>();

    public IPullRequestReader Reader => bench.Get<IPullRequestReader>();

    public IPullRequestMerger Merger => bench.Get<IPullRequestMerger>();

    public IFailureReader Failures => bench.Get<IFailureReader>();

    public string Repo => repository.FullName;

    public string? ApiUrl => null;

    public string Member => "grace";

    public string Stranger => "mallory";

    public string Bot => "coderabbitai[bot]";

    public PullRequestQuery InvisibleQuery => new("acme/secret", null, 1, null);

    public static async Task<GitHubStage> SetAsync()
    {
        var bench = await GitHubBench.StartAsync();
        return new GitHubStage(bench, await bench.GitHub.CreateRepositoryAsync("acme/app"));
    }

    public async Task<IStagedPullRequest> OpenAsync(string branch, bool isDraft = false)
    {
        var pull = await GitHubBench.OpenAsync(repository, branch);
        pull.IsDraft = isDraft;
        return new GitHubStagedPullRequest(repository, pull);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}
