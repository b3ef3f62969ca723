using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Sessions;

/// <summary>Ends sessions: one kill of a session at a time, and what it did is the answer for all who asked meanwhile and for no more than that.</summary>
public sealed class KillIntake(ILedger ledger, SessionSalvage salvage, DaprWorkflowClient workflows, SessionTurns turns) : IKills
{
    private readonly KeyedGate gate = new();

    public async Task<KillResult> KillAsync(string sessionId, KillRequest request, CancellationToken cancellationToken)
    {
        var wish = new KillInput(sessionId, ReasonOf(request.Reason), request.Purge, request.Force);
        string? rescueRef = null;
        while (true)
        {
            var session = await FreeAsync(sessionId, cancellationToken);
            if (session.Retired && !wish.Purge) return new KillResult(false, true, session.RescueRef);
            var (done, outcome) = await RunAsync(wish, cancellationToken);
            rescueRef = outcome.RescueRef ?? rescueRef;
            // It joined somebody else's kill, which did not do all that is asked for here.
            if (wish.AsksForMoreThan(done, outcome)) continue;
            if (outcome.Problem is { } problem) throw new AtheneException(problem);
            return new KillResult(outcome.Cleaned, outcome.AlreadyTerminated, rescueRef);
        }
    }

    /// <summary>The session, once no operation but a kill holds it.</summary>
    private async Task<SessionRecord> FreeAsync(string sessionId, CancellationToken cancellationToken)
    {
        var known = await ledger.FindSessionAsync(sessionId, cancellationToken)
            ?? await salvage.TryAsync(sessionId, cancellationToken)
            ?? throw SessionErrors.NotFound(sessionId);
        return await turns.UntilFreeAsync(known, OperationKinds.Kill, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
    }

    /// <returns>How the kill ended that ran, and what that one started from: this wish, or another's that ran already.</returns>
    private async Task<(KillInput Done, KillOutcome Outcome)> RunAsync(KillInput wish, CancellationToken cancellationToken)
    {
        var operationId = OperationKinds.KillOf(wish.SessionId);
        using (await gate.EnterAsync(operationId, cancellationToken))
        {
            if (!await IsRunningAsync(operationId, cancellationToken))
                await workflows.ScheduleNewWorkflowAsync(nameof(KillSession), operationId, wish);
        }

        var state = await workflows.WaitForWorkflowCompletionAsync(operationId, true, cancellationToken);
        var outcome = state.ReadOutputAs<KillOutcome>() ?? throw new InvalidOperationException(
            $"The kill of {wish.SessionId} ended as {state.RuntimeStatus}: {state.FailureDetails?.ErrorMessage}");
        return (state.ReadInputAs<KillInput>() ?? wish, outcome);
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
