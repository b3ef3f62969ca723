namespace Athene.EndToEnd.Tests.Harness;

/// <summary>One installation for the tests that do not disturb each other: each works in a project of its own.</summary>
public sealed class SharedInstallation : IAsyncLifetime
{
    private Installation? installation;
    private int projects;

    internal Installation Athene => installation ?? throw new InvalidOperationException("The installation has not been started.");

    public async Task InitializeAsync()
    {
        installation = Installation.Prepare();
        installation.Agents.WriteUsual();
        await installation.UpAsync();
    }

    /// <summary>A project that nobody else uses.</summary>
    internal async Task<TestProject> NewProjectAsync()
    {
        var id = $"p{Interlocked.Increment(ref projects)}";
        return new TestProject(Athene, id, await Athene.AddProjectAsync(id));
    }

    public async Task DisposeAsync()
    {
        if (installation is not null) await installation.DisposeAsync();
    }
}
