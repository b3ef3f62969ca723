using Athene.EndToEnd.Tests.Harness;
using Athene.Testing.Agents;
using Athene.Testing.Models;

namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>One installation of Athene for all tests with real agents; each plays in a scene that nobody else uses.</summary>
public sealed class RealAgentInstallation : IAsyncLifetime
{
    private static readonly (string Name, Func<string, ScriptedModel, RealAgent> Create)[] Agents =
    [
        ("claude-code", (home, model) => new ClaudeCode(home, model)),
        ("codex", (home, model) => new Codex(home, model)),
        ("opencode", (home, model) => new OpenCode(home, model)),
    ];

    private readonly List<Scene> scenes = [];
    private Installation? installation;

    internal Installation Athene => installation ?? throw new InvalidOperationException("The installation has not been started.");

    public async Task InitializeAsync()
    {
        var tools = await AgentTools.InstallAsync();
        installation = Installation.Prepare(new InstallationOptions
        {
            Variables = new Dictionary<string, string> { ["PATH"] = $"{tools.BinDirectory}:{CleanEnvironment.SearchPath}" },
            Configuration = "",
        });
        foreach (var agent in Agents)
        {
            foreach (var story in RealAgentTests.Stories) scenes.Add(await SceneAsync(installation, agent.Name, story, agent.Create));
        }

        await installation.UpAsync($"projects:\n{string.Join('\n', scenes.Select(scene => scene.Configuration))}\n");
    }

    public async Task DisposeAsync()
    {
        if (installation is not null) await installation.DisposeAsync();
        foreach (var scene in scenes) await scene.Model.DisposeAsync();
    }

    internal Scene Scene(string agent, string story) => scenes.Single(scene => scene.ProjectId == IdOf(agent, story));

    private static async Task<Scene> SceneAsync(
        Installation installation, string agent, string story, Func<string, ScriptedModel, RealAgent> create)
    {
        var model = await ScriptedModel.StartAsync();
        var scene = new Scene(IdOf(agent, story), create(installation.Combine("agents", agent, story), model), model, installation.RepositoryPath(IdOf(agent, story)));
        scene.Agent.Prepare();
        await TestRepository.CreateAsync(scene.RepositoryPath);
        return scene;
    }

    private static string IdOf(string agent, string story) => $"{agent}-{story}";
}
