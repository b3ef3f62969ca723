using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 3, 14, 20, 37 and 48, each of which needs an installation of its own.</summary>
public sealed class LoneCases
{
    [Fact]
    public async Task Case003_RemoteThatDoesNotAnswer_countsForNothing()
    {
        await using var athene = Installation.Prepare();
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var repository = await athene.AddProjectAsync("app");
        await repository.GitAsync("remote", "add", "origin", $"git://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/app.git");

        var operation = await athene.Api.BeginSpawnAsync("app", new SpawnRequest(Agent: AgentScripts.Echo));
        var planned = await Within.GetAsync(
            async () => (await athene.Api.GetAsync($"v1/operations/{operation.Id}")).As<OperationDocument>().Steps.FirstOrDefault(step => step is { Name: "PlanSpawn", EndedAt: not null }),
            "the plan was made");

        (planned.EndedAt!.Value - planned.StartedAt).ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15));
        (await athene.Api.EndOfAsync(operation.Id)).SessionId.ShouldBe("app-1");
    }

    [Fact]
    public async Task Case014_ForeignWorkspace_isNotRemovedByAnUndo()
    {
        await using var athene = Installation.Prepare(new InstallationOptions { Fault = "pause:StartRuntime:before", Shims = ["tmux"] });
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        await athene.AddProjectAsync("app");
        athene.ShimOf("tmux").Refuse("new-session");
        var foreign = Directory.CreateDirectory(athene.Combine("foreign")).FullName;
        await File.WriteAllTextAsync(Path.Combine(foreign, "precious.txt"), "mine");
        var operation = await athene.Api.BeginSpawnAsync("app", new SpawnRequest(Agent: AgentScripts.Echo));
        await Within.TrueAsync(() => File.Exists(athene.MarkFile), "the spawn paused");
        var store = new StateStore(athene);
        var record = JsonNode.Parse((await store.ReadAsync("session-app-1"))!)!;
        record["workspacePath"] = foreign;
        await store.WriteAsync("session-app-1", record.ToJsonString());

        File.Delete(athene.MarkFile);

        (await athene.Api.EndOfAsync(operation.Id)).State.ShouldBe(OperationState.Failed);
        File.Exists(Path.Combine(foreign, "precious.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Case020_Agent_comesFromTheRequestThenTheRoleThenTheProjectAndStays()
    {
        var configuration = """
            defaults: { agent: first }
            projects:
              app: { path: ~/app, sessionPrefix: app, defaultBranch: main, agent: second, worker: { agent: third } }
              plain: { path: ~/plain, sessionPrefix: plain, defaultBranch: main }
            """;
        await using var athene = Installation.Prepare(new InstallationOptions { Configuration = configuration });
        foreach (var name in (string[])["first", "second", "third", "fourth", "fifth"]) athene.Agents.Write(name, "exec cat");
        foreach (var project in (string[])["app", "plain"]) await TestRepository.CreateAsync(Path.Combine(athene.UserHome, project));
        await athene.UpAsync();

        var session = await athene.Api.SpawnedAsync("app", new SpawnRequest());
        session.Agent.ShouldBe("third");
        (await athene.Api.SpawnedAsync("app", new SpawnRequest(Agent: "fourth"))).Agent.ShouldBe("fourth");
        (await athene.Api.SpawnedAsync("plain", new SpawnRequest())).Agent.ShouldBe("first");

        await athene.DownAsync();
        await athene.UpAsync(configuration.Replace("third", "fifth", StringComparison.Ordinal));
        (await athene.Api.SessionAsync(session.Id)).Agent.ShouldBe("third");
        (await athene.Api.SpawnedAsync("app", new SpawnRequest())).Agent.ShouldBe("fifth");
    }

    [Fact]
    public async Task Case037_StartingSession_isNotProbed()
    {
        await using var athene = Installation.Prepare(new InstallationOptions { Fault = "pause:ActivateSession:before" });
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        await athene.AddProjectAsync("app");
        await athene.Api.BeginSpawnAsync("app", new SpawnRequest(Agent: AgentScripts.Echo));
        await Within.TrueAsync(() => File.Exists(athene.MarkFile), "the spawn paused");
        await athene.Machine.TmuxAsync("kill-server");

        (await athene.Api.ListAsync("app")).ShouldHaveSingleItem().Status.ShouldBe(SessionStatus.Spawning);
        (await athene.Api.ListAsync("app")).ShouldHaveSingleItem().Status.ShouldBe(SessionStatus.Spawning);
        (await athene.Api.EventsAsync(kind: "runtime.lost_detected")).ShouldBeEmpty();
        File.Delete(athene.MarkFile);
        await athene.Api.SessionWhenAsync("app-1", now => now.Status is SessionStatus.Detecting, "is missed once it has started");
    }

    [Fact]
    public async Task Case048_Down_leavesAgentsAndTheirWorkAlone()
    {
        await using var athene = Installation.Prepare();
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        await athene.AddProjectAsync("app");
        var session = await athene.Api.SpawnedAsync("app", new SpawnRequest(Agent: AgentScripts.Echo));
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "new.txt"), "new");

        await athene.DownAsync();

        (await athene.Machine.TerminalsAsync()).ShouldBe([session.Id]);
        (await File.ReadAllTextAsync(Path.Combine(session.WorkspacePath!, "new.txt"))).ShouldBe("new");
        await athene.UpAsync();
        (await athene.Api.SessionAsync(session.Id)).Lifecycle.Runtime.State.ShouldBe(RuntimeState.Alive);
        athene.Agents.Starts(session.Id).ShouldBe(1);
    }
}
