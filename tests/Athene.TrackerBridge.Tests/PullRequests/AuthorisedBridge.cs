namespace Athene.TrackerBridge.Tests.PullRequests;

/// <summary>A tracker bridge whose owner has a token for GitHub, and another for the enterprise host that the services' environment names.</summary>
public sealed class AuthorisedBridge : IAsyncLifetime
{
    public ServiceUnderTest Service { get; private set; } = null!;

    /// <summary>The owner's enterprise host.</summary>
    public FakeGitHub GitHub { get; } = new();

    public async Task InitializeAsync()
    {
        // The embedded sidecar's secret store is the environment of the process that it runs in: this one.
        Environment.SetEnvironmentVariable("GITHUB_TOKEN", "secret-for-github-alone");
        Environment.SetEnvironmentVariable("GH_ENTERPRISE_TOKEN", "secret-of-the-test");
        Service = await ServiceUnderTest.StartAsync("tracker-bridge", "Athene.TrackerBridge", [], ("GITHUB_API_URL", GitHub.ApiUrl));
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        GitHub.Dispose();
        Environment.SetEnvironmentVariable("GITHUB_TOKEN", null);
        Environment.SetEnvironmentVariable("GH_ENTERPRISE_TOKEN", null);
    }
}
