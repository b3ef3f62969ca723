using Athene.Contracts.Errors;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Keeps the unsaved work of a session that is being ended. When that cannot be done, the worktree must stay.</summary>
public sealed class KeepWork(StepRunner runner, ILedger ledger, SessionWorkspace workspace) : Step<WorkToKeep, string?>(runner)
{
    protected override string? SessionOf(WorkToKeep input) => input.Ticket.SessionId;

    protected override async Task<string?> RunStepAsync(WorkToKeep input, CancellationToken cancellationToken)
    {
        if (await ledger.FindSessionAsync(input.Ticket.SessionId, cancellationToken) is not { } session) return null;
        try
        {
            return await workspace.KeepWorkAsync(session, input.Stamp, cancellationToken);
        }
        catch (AtheneException failure)
        {
            throw new AtheneException(
                ErrorTypes.WorkAtRisk,
                StatusCodes.Status409Conflict,
                $"The unsaved work of {session.Id} in {session.WorkspacePath} could not be kept: {failure.Message}",
                $"{failure.Hint} Or end it without keeping the work: athene kill {session.Id} --force",
                session.Id,
                failure);
        }
    }
}
