using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Claims;

/// <summary>Takes requests to claim a pull request; one claim of a session at a time, and never beside another operation of it.</summary>
public sealed class ClaimIntake(ILedger ledger, SessionTurns turns, DaprWorkflowClient workflows)
{
    private readonly KeyedGate gate = new();

    public async Task<ClaimResult> ClaimAsync(string sessionId, ClaimRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Pr)) throw Blank();
        using var turn = await gate.EnterAsync(sessionId, cancellationToken);
        var operationId = OperationKinds.NewClaimOf(sessionId);
        var known = await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
        ClaimRules.RequireClaimant(await turns.UntilFreeAsync(known, kind: null, cancellationToken) ?? throw SessionErrors.NotFound(sessionId));
        await workflows.ScheduleNewWorkflowAsync(
            nameof(ClaimPullRequest), operationId, new ClaimInput(operationId, sessionId, request.Pr.Trim(), request.Assign));
        var state = await workflows.WaitForWorkflowCompletionAsync(operationId, true, cancellationToken);
        var outcome = state.ReadOutputAs<ClaimOutcome>() ?? throw new InvalidOperationException(
            $"The claim of {sessionId} ended as {state.RuntimeStatus}: {state.FailureDetails?.ErrorMessage}");
        return outcome.Result ?? throw new AtheneException(outcome.Problem!);
    }

    private static AtheneException Blank() => new(
        ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, "No pull request was named.", "Give its number, as 42 or '#42', or its address.");
}
