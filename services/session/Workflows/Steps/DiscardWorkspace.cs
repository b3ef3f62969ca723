using System.Globalization;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>
/// Undoes <see cref="CreateWorkspace"/>. An agent may have run for a moment before the spawn failed, so its work is kept here too;
/// the branch goes only when nothing was committed on it.
/// </summary>
public sealed class DiscardWorkspace(StepRunner runner, ILedger ledger, SessionWorkspace workspace) : TicketStep(runner, ledger)
{
    protected override async Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        await workspace.KeepWorkAsync(
            session, session.CreatedAt.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture), cancellationToken);
        await workspace.RemoveAsync(session, session.Branch, cancellationToken);
    }
}
