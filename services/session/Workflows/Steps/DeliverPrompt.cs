using Athene.Configuration;
using Athene.Session.Agents;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Prompts;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Types the task into the terminal of an agent that does not take it as an argument, once the agent is there to read it.</summary>
public sealed class DeliverPrompt(
    StepRunner runner, ILedger ledger, AgentCatalog agents, IRuntime runtime, AtheneHome home, TimeProvider time) : TicketStep(runner, ledger)
{
    /// <summary>How long an agent may take to show itself; after that the task is typed anyway (spec sessions.md §17).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(150);

    protected override async Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var files = PromptFiles.Of(home, session);
        if (File.Exists(files.TaskDelivered)) return;
        await UntilReadyAsync(session, cancellationToken);
        var task = await File.ReadAllTextAsync(files.Task, cancellationToken);
        await File.WriteAllTextAsync(files.TaskDelivered, "", cancellationToken);
        await runtime.SendAsync(session.Id, task, cancellationToken);
    }

    private async Task UntilReadyAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var process = agents.Get(session.Agent).Process;
        var deadline = time.GetUtcNow() + Patience;
        string? before = null;
        while (time.GetUtcNow() < deadline)
        {
            var pane = await runtime.FindAsync(session.Id, cancellationToken);
            if (pane is null or { Exited: true }) return;
            var screen = await runtime.OutputAsync(session.Id, 20, cancellationToken);
            if (pane.CurrentCommand == process && before == screen) return;
            before = screen;
            await Task.Delay(BetweenLooks, time, cancellationToken);
        }
    }
}
