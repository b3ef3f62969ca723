using System.Net;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>One project in an installation of its own, in which a fault strikes once; afterwards everything on the machine is counted.</summary>
internal sealed class CrashedProject : IAsyncDisposable
{
    public const string Id = "p";

    private const string FirstSession = $"{Id}-1";

    private readonly Installation athene;
    private readonly TestRepository repository;

    private CrashedProject(Installation athene, TestRepository repository)
    {
        this.athene = athene;
        this.repository = repository;
    }

    public Installation Athene => athene;

    public TestRepository Repository => repository;

    /// <summary>Starts Athene with a fault and a project whose spawns have all steps.</summary>
    /// <param name="postCreate">The project's command for new worktrees.</param>
    public static async Task<CrashedProject> StartAsync(string fault, string postCreate = "true")
    {
        var installation = Installation.Prepare(new InstallationOptions
        {
            Fault = fault,
            Configuration = $$"""
                projects:
                  {{Id}}:
                    path: ~/{{Id}}
                    sessionPrefix: {{Id}}
                    postCreate: ["{{postCreate}}"]
                """,
        });
        try
        {
            installation.Agents.WriteUsual();
            var repository = await TestRepository.CreateAsync(Path.Combine(installation.UserHome, Id));
            await installation.UpAsync();
            return new CrashedProject(installation, repository);
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks for a spawn, again and again under one key while the service dies, and waits for the operation's end.</summary>
    public async Task<OperationDocument> SpawnAsync(string agent = AgentScripts.Listener) => await athene.Api.EndOfAsync(await BeginSpawnAsync(agent));

    public Task<string> BeginSpawnAsync(string agent = AgentScripts.Listener) => Within.GetAsync(
        async () =>
        {
            try
            {
                var answer = await athene.Api.PostAsync(
                    $"v1/projects/{Id}/sessions", new SpawnRequest(Prompt: "the task", Agent: agent), ("Idempotency-Key", "once"));
                return answer.As<OperationDocument>(HttpStatusCode.Accepted).Id;
            }
            catch (HttpRequestException)
            {
                // The service died while it answered; the key makes the next request the same one.
                return null;
            }
        },
        "the spawn was taken");

    public Task KillSidecarAtPauseAsync() => athene.KillSidecarAtPauseAsync();

    /// <summary>The fault must have struck, or the test has shown nothing.</summary>
    public void FaultShouldHaveStruck(string suffix = "") => File.Exists($"{athene.MarkFile}{suffix}-done").ShouldBeTrue("the fault never struck");

    /// <summary>Exactly one session is there, whole, and its agent was started and told its task once.</summary>
    public async Task ShouldHoldOneSessionAsync()
    {
        var sessions = await athene.Api.ListAsync(Id, all: true);
        sessions.ShouldHaveSingleItem().Id.ShouldBe(FirstSession);
        (await repository.WorktreesAsync()).ShouldHaveSingleItem().ShouldEndWith(FirstSession);
        athene.Machine.WorktreeDirectories(Id).ShouldBe([FirstSession]);
        athene.Machine.Prompts(Id).ShouldBe([FirstSession]);
        (await athene.Machine.TerminalsAsync()).ShouldBe([FirstSession]);
        (await repository.BranchesAsync()).ShouldBe(["main", $"session/{FirstSession}"], ignoreOrder: true);
        await Within.TrueAsync(() => athene.Agents.Lines($"typed-{FirstSession}").Count > 0, "the agent was told its task");
        athene.Agents.Starts(FirstSession).ShouldBe(1);
        athene.Agents.Lines($"typed-{FirstSession}").ShouldBe(["the task"]);
        (await athene.Api.EventsAsync(FirstSession, kind: "session.spawned")).ShouldHaveSingleItem();
    }

    /// <summary>Nothing is left of the attempt, and the next session gets its number.</summary>
    public async Task ShouldHoldNothingAsync()
    {
        await new TestProject(athene, Id, repository).ShouldHoldNothingAsync();
        (await athene.Api.EventsAsync(project: Id, kind: "session.spawn_failed")).ShouldHaveSingleItem();
    }

    public ValueTask DisposeAsync() => athene.DisposeAsync();
}
