using Athene.Contracts.Messages;
using Athene.Session.Messages;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>
/// Tells the agents that have lost a pull request by a claim, once each: their worktree may be off its branch now. One that does not live is not
/// brought back to hear it.
/// </summary>
public sealed class TellDisplaced(StepRunner runner, ILedger ledger, Outbox outbox) : Step<RecordedClaim, object?>(runner)
{
    protected override string? SessionOf(RecordedClaim input) => null;

    protected override async Task<object?> RunStepAsync(RecordedClaim input, CancellationToken cancellationToken)
    {
        foreach (var session in await ledger.ListSessionsAsync(input.TakenOverFrom, cancellationToken))
        {
            if (session is { Lifecycle: { IsTerminal: false, Runtime.State: Contracts.Lifecycle.RuntimeState.Alive } })
                await outbox.AcceptAsync(session.Id, new MessageRequest(TextOf(input), $"{input.OperationId}-{session.Id}"), cancellationToken);
        }

        return null;
    }

    private static string TextOf(RecordedClaim claim) =>
        $"Pull request #{claim.Pr.Number} ({claim.Pr.Url}) belongs to another session now: it was taken over from you. "
        + "Do not push to its branch any more; your worktree may have been taken off it. Finish what you are doing without it, or say that you need input.";
}
