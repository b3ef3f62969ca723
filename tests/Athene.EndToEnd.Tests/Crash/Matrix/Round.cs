using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>Twenty operations at once, in the midst of which a process is killed.</summary>
internal sealed class Round(Installation athene, FleetOperations operations, Random dice)
{
    public const int Operations = 20;

    private const int EnoughSessions = 10;

    /// <returns>Whether the fault struck.</returns>
    public async Task<bool> RunAsync(Fault fault)
    {
        var sessions = await athene.Api.ListAsync(FleetOperations.Project, all: true);
        var workers = sessions.Where(session => session.Kind is SessionKind.Worker).ToList();
        List<SessionDocument> live = [.. workers.Where(session => !session.Lifecycle.IsTerminal)];
        List<SessionDocument> ended = [.. workers.Where(session => session.Lifecycle.IsTerminal)];
        foreach (var session in Some(live, 3)) await operations.WorkAsync(session, commit: dice.Next(2) == 0);
        foreach (var session in Some(live, 1)) await EndAgentAsync(session);

        var order = new FaultOrder(athene, fault);
        order.Place();
        var round = Task.WhenAll(Plan(live, ended).Select(operation => Task.Run(operation)));
        await Task.WhenAll(round, order.AttendAsync(round));
        order.Withdraw();
        return order.Struck;
    }

    private List<Func<Task>> Plan(List<SessionDocument> live, List<SessionDocument> ended)
    {
        List<Func<Task>> plan = [operations.SpawnBrokenAsync, operations.CleanUpAsync, operations.EnsureOrchestratorAsync, operations.EnsureOrchestratorAsync];
        if (dice.Next(4) == 0) plan.Add(operations.RelaunchOrchestratorAsync);
        for (var spawn = 0; spawn < (live.Count < EnoughSessions ? 5 : 2); spawn++) plan.Add(operations.SpawnAsync);
        var doomed = Some(live, 1 + live.Count / 4);
        foreach (var session in doomed)
        {
            var purge = dice.Next(4) == 0;
            plan.Add(() => operations.KillAsync(session.Id, purge));
        }

        if (doomed.Count > 0) plan.Add(() => operations.KillAsync(doomed[0].Id, purge: false));
        foreach (var session in Some(ended, 2))
        {
            plan.Add(() => operations.RestoreAsync(session.Id));
            plan.Add(() => operations.RestoreAsync(session.Id));
        }

        var pullRequest = dice.Next(1, Matrix.PullRequests + 1);
        foreach (var session in Some(live, 2)) plan.Add(() => operations.ClaimAsync(session, pullRequest));

        while (plan.Count < Operations && live.Count > 0)
        {
            var session = live[dice.Next(live.Count)];
            plan.Add(() => operations.SendAsync(session.Id));
        }

        while (plan.Count < Operations) plan.Add(operations.SpawnAsync);
        return plan;
    }

    // What a crash of the agent itself looks like: its session can then be restored, or is cleaned up.
    private async Task EndAgentAsync(SessionDocument session)
    {
        var pid = await athene.Machine.TmuxAsync("list-panes", "-t", $"={session.Id}", "-F", "#{pane_pid}");
        if (pid.ExitCode == 0) await Shell.RunAsync("kill", ["-KILL", pid.Out.Trim()]);
    }

    private List<SessionDocument> Some(List<SessionDocument> sessions, int count) =>
        [.. sessions.OrderBy(_ => dice.Next()).Take(count)];
}
