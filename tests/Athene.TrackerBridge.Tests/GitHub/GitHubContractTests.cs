using Athene.TrackerBridge.Tests.Contracts;

namespace Athene.TrackerBridge.Tests.GitHub;

/// <summary>GitHub tells what every host of pull requests has to tell.</summary>
public sealed class GitHubContractTests : PullRequestContract
{
    protected override async Task<IHostStage> SetAsync() => await GitHubStage.SetAsync();
}
