using Athene.Contracts.Operations;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Workflows;

namespace Athene.Session.Operations;

/// <summary>Waits until an operation of a session has ended before the next one begins. What two that begin at once may do, <see cref="SessionHold"/> says.</summary>
public sealed class SessionTurns(ILedger ledger, OperationReader operations)
{
    /// <summary>How long one operation waits for another; project commands for new worktrees may take minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The session once its spawn has ended, and no operation holds it but one of the kind that may be shared; null when it is gone then.</summary>
    /// <param name="kind">One of <see cref="OperationKinds"/>; null when none may be shared.</param>
    public async Task<SessionRecord?> UntilFreeAsync(SessionRecord session, string? kind, CancellationToken cancellationToken)
    {
        if (session.Runtime is null) await LetEndAsync(session.OperationId, cancellationToken);
        var current = await FindAgainAsync(session, cancellationToken);
        if (current?.HeldBy is not { } holder) return current;
        if (OperationKinds.Of(holder) == kind && await operations.FindAsync(holder, cancellationToken) is { State: OperationState.Running }) return current;
        if (await LetEndAsync(holder, cancellationToken)) await ForgetAsync(current, holder, cancellationToken);
        return await FindAgainAsync(session, cancellationToken);
    }

    // While one waited, the spawn may have been undone, and its number given to another session.
    private async Task<SessionRecord?> FindAgainAsync(SessionRecord session, CancellationToken cancellationToken) =>
        await ledger.FindSessionAsync(session.Id, cancellationToken) is { } current && current.OperationId == session.OperationId ? current : null;

    /// <returns>Whether the operation has ended, or never was.</returns>
    private async Task<bool> LetEndAsync(string operationId, CancellationToken cancellationToken)
    {
        var operation = await operations.FindAsync(operationId, cancellationToken);
        if (operation is { IsOver: false }) operation = await operations.WaitAsync(operationId, Patience, cancellationToken);
        return operation is not { IsOver: false };
    }

    // An operation that ended without letting go did not end by itself: somebody terminated or purged its workflow.
    private Task<bool> ForgetAsync(SessionRecord session, string holder, CancellationToken cancellationToken) => ledger.WriteAsync(
        session.ProjectId,
        session.Id,
        draft =>
        {
            if (draft.Session is { } held) draft.Session = SessionHold.Release(held, holder);
            return true;
        },
        cancellationToken);
}
