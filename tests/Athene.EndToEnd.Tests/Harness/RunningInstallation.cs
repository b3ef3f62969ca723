namespace Athene.EndToEnd.Tests.Harness;

/// <summary>What <c>athene up --json</c> says of the run, and <c>run/up.json</c> of it now.</summary>
internal sealed record RunningInstallation(IReadOnlyList<RunningApp> Services, string StateDirectory, RunningApp? Sidecar)
{
    public RunningApp App(string id) => Services.Single(service => service.AppId == id);
}
