using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Session.Prompts;

namespace Athene.Session.Tests.Prompts;

public sealed class OrchestratorPromptTests
{
    private static readonly OrchestratorFacts Hosted = new(
        "app-orchestrator", "app", "/code/my-app", new ProjectFacts("my-app", "My App", "org/my-app", "main", "github"), []);

    private static readonly OrchestratorFacts Local = Hosted with { Project = Hosted.Project with { Repository = null } };

    [Fact]
    public void Render_project_tellsItsFactsAndItsSessionsNames()
    {
        var prompt = OrchestratorPrompt.Render(Hosted);

        prompt.ShouldStartWith("# Orchestrator of My App\n");
        prompt.ShouldContain("in session app-orchestrator");
        prompt.ShouldContain("- Repository: org/my-app");
        prompt.ShouldContain("- Directory: /code/my-app");
        prompt.ShouldContain("app-1, app-2");
        prompt.ShouldNotContain("{");
    }

    [Theory]
    [InlineData("athene spawn ISSUE")]
    [InlineData("athene ls")]
    [InlineData("athene get ID")]
    [InlineData("athene output ID")]
    [InlineData("athene events ID")]
    [InlineData("athene send ID")]
    [InlineData("athene restore ID")]
    [InlineData("athene kill ID")]
    public void Render_namesTheCommandsThatThereAre(string command) => OrchestratorPrompt.Render(Local).ShouldContain($"`{command}");

    [Fact]
    public void Render_localProject_saysNothingOfPullRequestsToHandle()
    {
        OrchestratorPrompt.Render(Hosted).ShouldContain("athene claim ID PR");
        OrchestratorPrompt.Render(Local).ShouldNotContain("athene claim");
        OrchestratorPrompt.Render(Local).ShouldContain("no hosted repository");
    }

    [Fact]
    public void Render_reactionsAndRules_areThereWhenConfigured()
    {
        OrchestratorPrompt.Render(Hosted).ShouldNotContain("by itself\n\nAthene reacts");
        OrchestratorPrompt.Render(Hosted).ShouldNotContain("## Rules of the project");

        var prompt = OrchestratorPrompt.Render(Hosted with
        {
            Reactions = [new AutomaticReaction("ci-failed", "send-to-agent", Retries: 2, EscalateAfter: "30m", Priority: "urgent")],
            Rules = "\nAsk before each spawn.\n",
        });

        prompt.ShouldContain("- ci-failed: send-to-agent, at most 2 times, a person is told after 30m (urgent)");
        prompt.ShouldEndWith("## Rules of the project\n\nAsk before each spawn.\n");
    }

    [Fact]
    public void Reactions_areThoseThatHappenByThemselves_theProjectsOverTheGeneral()
    {
        var configuration = new AtheneConfiguration
        {
            Reactions = new Dictionary<string, ReactionConfiguration>
            {
                ["ci-failed"] = new(Action: "send-to-agent", Retries: 2), ["approved-and-green"] = new(Auto: false),
            },
        };
        var project = new ProjectConfiguration
        {
            Id = "app", Name = "App", Path = "/app", SessionPrefix = "app",
            Reactions = new Dictionary<string, ReactionConfiguration> { ["ci-failed"] = new(Retries: 5), ["agent-stuck"] = new() },
        };

        OrchestratorReactions.Of(configuration, project).ShouldBe(
            [new AutomaticReaction("agent-stuck", "notify"), new AutomaticReaction("ci-failed", "send-to-agent", 5)]);
    }
}
