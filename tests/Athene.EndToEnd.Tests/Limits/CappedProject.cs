using Athene.Contracts.Operations;
using Athene.Contracts.Queue;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Limits;

/// <summary>A project in an installation of its own, with limits; its terminals are counted all the time.</summary>
internal sealed class CappedProject : IAsyncDisposable
{
    public const string Id = "cap";

    /// <summary>An agent that reports its work complete and ends as soon as the note <c>finish</c> is there.</summary>
    public const string Finisher = "finisher";

    /// <summary>An agent that says with its first prompt that its limit is reached, and works with the second; it notes what it is told.</summary>
    public const string Limited = "limited";

    private const string LimitedScript = """
        while IFS= read -r line; do
          printf '%s\n' "$line" >>"$NOTES/typed-$ATHENE_SESSION_ID"
          printf '\033[2J\033[H'
          n=$((n+1)); if [ $n -eq 1 ]; then echo "PLAN LIMIT reached, resets in 5 seconds"; else echo "WORKING on it"; fi
        done
        """;

    private const string LimitedPatterns = """
        activity: { blocked: ["^PLAN LIMIT .*"], limit: ["PLAN LIMIT reached, resets (?<reset>.+)"], active: ["^WORKING"] }
        """;

    private readonly CancellationTokenSource counting = new();
    private Task<int> most = Task.FromResult(0);

    private CappedProject(Installation athene) => Athene = athene;

    public Installation Athene { get; }

    /// <param name="limits">The section of the configuration, as YAML of one line.</param>
    /// <param name="more">More of the configuration.</param>
    public static async Task<CappedProject> StartAsync(string limits, string more = "")
    {
        var project = new CappedProject(Installation.Prepare(new InstallationOptions
        {
            Configuration = $$"""
                limits: {{limits}}
                {{more}}
                lifecycle: { runtimeLostGraceMs: 500 }
                projects:
                  {{Id}}: { path: ~/{{Id}}, sessionPrefix: {{Id}} }
                """,
        }));
        try
        {
            project.Athene.Agents.WriteUsual();
            project.Athene.Agents.Write(Finisher, """while [ ! -e "$NOTES/finish" ]; do sleep 0.1; done; athene report completed""");
            project.Athene.Agents.Write(Limited, LimitedScript, byMessage: true, more: LimitedPatterns);
            await TestRepository.CreateAsync(Path.Combine(project.Athene.UserHome, Id));
            await project.Athene.UpAsync();
            project.most = project.CountAsync();
            return project;
        }
        catch
        {
            await project.DisposeAsync();
            throw;
        }
    }

    /// <summary>The most terminals that were there at a time.</summary>
    public async Task<int> MostTerminalsAsync()
    {
        await counting.CancelAsync();
        return await most;
    }

    public Task<OperationDocument> BeginAsync(string? issue = null, params string[] after) => Athene.Api.BeginSpawnAsync(
        Id, new SpawnRequest(issue, issue is null ? "the task" : null, AgentScripts.Echo, After: after.Length == 0 ? null : after));

    public async Task<IReadOnlyList<QueuedSpawn>> QueueAsync() => (await Athene.Api.GetAsync("v1/queue")).As<QueueList>().Data;

    public async Task<IReadOnlyList<SessionDocument>> WhenLiveAsync(int count) => await Within.GetAsync(
        async () => await Athene.Api.ListAsync(Id) is var live && live.Count(session => session.Runtime is not null) == count ? live : null,
        $"{count} sessions ran");

    public async Task KillServiceAsync()
    {
        var before = Athene.Running()!.App("session").Pid;
        (await Shell.RunAsync("kill", ["-KILL", $"{before}"])).ExitCode.ShouldBe(0);
        await Within.TrueAsync(() => Athene.Running() is { } now && now.App("session").Pid != before, "the session service was started again");
    }

    public async ValueTask DisposeAsync()
    {
        await counting.CancelAsync();
        await most;
        counting.Dispose();
        await Athene.DisposeAsync();
    }

    private async Task<int> CountAsync()
    {
        var seen = 0;
        while (!counting.IsCancellationRequested)
        {
            seen = Math.Max(seen, (await Athene.Machine.TerminalsAsync()).Count);
            await Task.Delay(100, counting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return seen;
    }
}
