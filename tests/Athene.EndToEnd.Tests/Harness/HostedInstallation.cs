namespace Athene.EndToEnd.Tests.Harness;

/// <summary>An installation whose projects have an origin (a bare repository) and pull requests at a small server that answers like GitHub.</summary>
public sealed class HostedInstallation : IAsyncLifetime
{
    private Installation? installation;
    private int projects;

    internal Installation Athene => installation ?? throw new InvalidOperationException("The installation has not been started.");

    internal FakeGitHub GitHub { get; } = new();

    public async Task InitializeAsync()
    {
        installation = Installation.Prepare(new InstallationOptions { Variables = VariablesFor(GitHub) });
        installation.Agents.WriteUsual();
        await installation.UpAsync();
    }

    /// <summary>A project that nobody else uses.</summary>
    internal async Task<HostedProject> NewProjectAsync()
    {
        var id = $"h{Interlocked.Increment(ref projects)}";
        var repository = await TestRepository.CreateAsync(Athene.RepositoryPath(id));
        await repository.AddOriginAsync();
        await Athene.Api.AddProjectAsync(repository.Path, id, id, FakeGitHub.Repository);
        return new HostedProject(Athene, id, repository, GitHub);
    }

    /// <summary>Nobody's own token must reach the tests, nor be asked for.</summary>
    internal static Dictionary<string, string> VariablesFor(FakeGitHub github) =>
        new() { ["GITHUB_API_URL"] = github.ApiUrl, ["GITHUB_TOKEN"] = "token-of-the-test" };

    public async Task DisposeAsync()
    {
        if (installation is not null) await installation.DisposeAsync();
        GitHub.Dispose();
    }
}
