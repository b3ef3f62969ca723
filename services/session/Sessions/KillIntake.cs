using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Sessions;

/// <summary>Ends sessions: one kill of a session at a time, and what it did is the answer for all who asked meanwhile.</summary>
public sealed class KillIntake(ILedger ledger, SessionSalvage salvage, DaprWorkflowClient workflows, SessionTurns turns)
{
    private readonly KeyedGate gate = new();

    public async Task<KillResult> KillAsync(string sessionId, KillRequest request, CancellationToken cancellationToken)
    {
        var reason = ReasonOf(request.Reason);
        var operationId = OperationKinds.KillOf(sessionId);
        var known = await ledger.FindSessionAsync(sessionId, cancellationToken)
            ?? await salvage.TryAsync(sessionId, cancellationToken)
            ?? throw SessionErrors.NotFound(sessionId);
        var session = await turns.UntilFreeAsync(known, OperationKinds.Kill, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
        if (session.Retired && !request.Purge) return new KillResult(false, true, session.RescueRef);

        using (await gate.EnterAsync(operationId, cancellationToken))
        {
            if (!await IsRunningAsync(operationId, cancellationToken))
                await workflows.ScheduleNewWorkflowAsync(nameof(KillSession), operationId, new KillInput(sessionId, reason, request.Purge, request.Force));
        }

        var state = await workflows.WaitForWorkflowCompletionAsync(operationId, true, cancellationToken);
        var outcome = state.ReadOutputAs<KillOutcome>() ?? throw new InvalidOperationException(
            $"The kill of {sessionId} ended as {state.RuntimeStatus}: {state.FailureDetails?.ErrorMessage}");
        if (outcome.Problem is { } problem) throw new AtheneException(problem);
        return new KillResult(outcome.Cleaned, outcome.AlreadyTerminated, outcome.RescueRef);
    }

    private async Task<bool> IsRunningAsync(string operationId, CancellationToken cancellationToken) =>
        await workflows.GetWorkflowStateAsync(operationId, false, cancellationToken) is { Exists: true, IsWorkflowCompleted: false };

    private static SessionReason ReasonOf(string? word) => word switch
    {
        null or "" or "manually_killed" => SessionReason.ManuallyKilled,
        "pr_merged" => SessionReason.PrMerged,
        "auto_cleanup" => SessionReason.AutoCleanup,
        _ => throw new AtheneException(
            ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"'{word}' is not a reason to end a session.",
            "Use manually_killed, pr_merged or auto_cleanup."),
    };
}
