using Athene.Testing.GitHub;
using Athene.Testing.Hosts;

namespace Athene.TrackerBridge.Tests.Issues;

/// <summary>A tracker bridge, and on this machine the hosts of issues that its owner's environment names.</summary>
public sealed class TrackersUnderTest : IAsyncLifetime
{
    public FakeGitLab GitLab { get; } = new();

    public FakeLinear Linear { get; } = new();

    public GitHubServer GitHub { get; private set; } = null!;

    public GitHubRepository GitHubRepository { get; private set; } = null!;

    public ServiceUnderTest Bridge { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // The embedded sidecar's secret store is the environment of the process that it runs in: this one.
        Environment.SetEnvironmentVariable("GITLAB_TOKEN", FakeGitLab.Token);
        Environment.SetEnvironmentVariable("LINEAR_API_KEY", FakeLinear.Key);
        GitHub = await GitHubServer.StartAsync();
        GitHubRepository = await GitHub.CreateRepositoryAsync("acme/app");
        Bridge = await ServiceUnderTest.StartAsync(
            "tracker-bridge", "Athene.TrackerBridge", [],
            ("GITHUB_API_URL", GitHub.ApiUrl), ("GITLAB_API_URL", GitLab.ApiUrl), ("LINEAR_API_URL", Linear.ApiUrl));
    }

    public async Task DisposeAsync()
    {
        await Bridge.DisposeAsync();
        await GitHub.DisposeAsync();
        GitLab.Dispose();
        Linear.Dispose();
    }
}
