using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle.Verdicts;

/// <summary>Looks at a session as it is now and carries the verdict out; true when there was one.</summary>
public sealed class GiveVerdict(ISessions sessions, Executor executor) : WorkflowActivity<PendingVerdict, bool>
{
    public override async Task<bool> RunAsync(WorkflowActivityContext context, PendingVerdict input)
    {
        var session = await sessions.FindAsync(input.SessionId, CancellationToken.None);
        var decision = Judgement.DecideAfterGrace(session);
        if (session is null || decision == Decision.None) return false;
        await executor.CarryOutAsync(decision, session, input.EventId, CancellationToken.None);
        return true;
    }
}
