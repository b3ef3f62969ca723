using Athene.Configuration.Projects;
using Athene.Contracts.Sessions;

namespace Athene.Configuration.Tests.Projects;

public sealed class AgentChoiceTests
{
    private static readonly DefaultsConfiguration Defaults = new() { Agent = "d", Worker = new RoleConfiguration("dw"), Orchestrator = new RoleConfiguration("do") };

    private static readonly ProjectConfiguration Project = new() { Id = "app", Name = "app", Path = "/app", SessionPrefix = "app" };

    [Fact]
    public void For_a_worker_takes_the_request_then_the_role_then_the_project_then_the_defaults()
    {
        var full = Project with { Agent = "p", Worker = new RoleConfiguration("pw") };

        AgentChoice.For(Defaults, full, SessionKind.Worker, "r").Agent.ShouldBe("r");
        AgentChoice.For(Defaults, full, SessionKind.Worker).Agent.ShouldBe("pw");
        AgentChoice.For(Defaults, full with { Worker = null }, SessionKind.Worker).Agent.ShouldBe("p");
        AgentChoice.For(Defaults, Project, SessionKind.Worker).Agent.ShouldBe("dw");
        AgentChoice.For(new DefaultsConfiguration(), Project, SessionKind.Worker).Agent.ShouldBe("claude-code");
    }

    [Fact]
    public void For_an_orchestrator_ignores_the_request_and_asks_nobody()
    {
        var project = Project with { AgentConfig = new AgentSettings("suggest", "m", "om") };

        AgentChoice.For(Defaults, project, SessionKind.Orchestrator, "r").ShouldBe(new AgentChoice("do", "permissionless", "om"));
    }

    [Fact]
    public void For_a_worker_takes_permissions_and_model_of_the_role_first()
    {
        var project = Project with
        {
            AgentConfig = new AgentSettings("suggest", "m"),
            Worker = new RoleConfiguration(AgentConfig: new AgentSettings("auto-edit")),
        };

        AgentChoice.For(Defaults, project, SessionKind.Worker).ShouldBe(new AgentChoice("dw", "auto-edit", "m"));
        AgentChoice.For(Defaults, Project, SessionKind.Worker).Permissions.ShouldBe("permissionless");
    }
}
