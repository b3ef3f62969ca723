using Athene.Configuration;
using Athene.Session.Agents;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Messages;
using Athene.Session.Prompts;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Types the first message into the terminal of an agent that does not take it as an argument, once the agent is there to read it.</summary>
public sealed class DeliverPrompt(StepRunner runner, ILedger ledger, AgentReadiness readiness, AgentLaunch launch, IRuntime runtime, AtheneHome home)
    : TicketStep(runner, ledger)
{
    /// <summary>How long an agent may take to show itself; after that the message is typed anyway (spec sessions.md §17).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected override async Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var files = PromptFiles.Of(home, session);
        if (files.FirstMessage(session) is null || File.Exists(files.Delivered(session.LaunchId))) return;
        await readiness.UntilReadyAsync(session, Patience, cancellationToken);
        if (await launch.FirstMessageAsync(session, cancellationToken) is not { } message) return;
        await File.WriteAllTextAsync(files.Delivered(session.LaunchId), "", cancellationToken);
        await runtime.SendAsync(session.Id, message, cancellationToken);
    }
}
