using System.Globalization;
using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Contracts.Queue;
using Athene.Session.Queue;
using Athene.Session.Workflows;

namespace Athene.Session.Operations;

/// <summary>Reads operations out of the state of their workflows.</summary>
public sealed class OperationReader(DaprWorkflowClient workflows, OperationWatch watch, QueuePlaces places)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterBreak = TimeSpan.FromSeconds(1);

    public async Task<OperationDocument> GetAsync(string operationId, CancellationToken cancellationToken) =>
        await FindAsync(operationId, cancellationToken) ?? throw NotFound(operationId);

    internal static AtheneException NotFound(string operationId) => new(
        ErrorTypes.OperationNotFound, StatusCodes.Status404NotFound, $"There is no operation {operationId}.");

    public async Task<OperationDocument?> FindAsync(string operationId, CancellationToken cancellationToken)
    {
        var state = await workflows.GetWorkflowStateAsync(operationId, getInputsAndOutputs: true, cancellationToken);
        if (state is null || !state.Exists) return null;
        var operation = Show(operationId, state);
        return MayWait(operation) && await places.FindAsync(operationId, cancellationToken) is { } place
            ? operation with { State = OperationState.Queued, Queue = place }
            : operation;
    }

    private static bool MayWait(OperationDocument operation) =>
        operation is { Kind: OperationKinds.Spawn, State: OperationState.Running, Steps.Count: 0 };

    /// <summary>Waits until the operation has ended or the time is up, and says how it stands then.</summary>
    public async Task<OperationDocument> WaitAsync(string operationId, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            await workflows.WaitForWorkflowCompletionAsync(operationId, getInputsAndOutputs: false, limit.Token);
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The time is up: the caller learns how far it is.
        }

        return await GetAsync(operationId, cancellationToken);
    }

    /// <summary>Waits until the operation has ended, however long that takes.</summary>
    public async Task<OperationDocument> EndAsync(string operationId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var operation = await WaitAsync(operationId, LongestWait, cancellationToken);
            if (operation.IsOver) return operation;
        }
    }

    /// <summary>Waits until the operation differs from what the caller knows (<paramref name="knownTag"/>), or until the time is up.</summary>
    public async Task<OperationDocument> WaitForChangeAsync(
        string operationId, string knownTag, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        var ended = workflows.WaitForWorkflowCompletionAsync(operationId, getInputsAndOutputs: false, limit.Token);
        while (true)
        {
            var moved = watch.NextAsync(operationId);
            var operation = await GetAsync(operationId, cancellationToken);
            // One that has ended never differs again.
            if (TagOf(operation) != knownTag || operation.IsOver) return operation;
            await Task.WhenAny(moved, ended);
            if (limit.IsCancellationRequested) return operation;
            if (!ended.IsFaulted) continue;

            // The sidecar broke off: a wait that has failed would answer again at once.
            await Task.Delay(AfterBreak, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended = workflows.WaitForWorkflowCompletionAsync(operationId, getInputsAndOutputs: false, limit.Token);
        }
    }

    /// <summary>Changes whenever the operation moves.</summary>
    public static string TagOf(OperationDocument operation) => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{operation.State}-{operation.Steps.Count}-{(operation.Steps.Count == 0 ? StepState.Running : operation.Steps[^1].State)}{PlaceTag(operation.Queue)}\"");

    private static string PlaceTag(QueuePlace? place) =>
        place is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{place.Before}-{place.Reason.GetHashCode(StringComparison.Ordinal):x}");

    private static OperationDocument Show(string operationId, WorkflowState state)
    {
        var steps = state.ReadCustomStatusAs<SagaStatus>()?.Steps ?? [];
        var kind = OperationKinds.Of(operationId);
        if (!state.IsWorkflowCompleted) return new OperationDocument(operationId, kind, OperationState.Running, steps);
        var outcome = state.ReadOutputAs<OperationOutcome>();
        var problem = outcome?.Problem ?? UnexpectedEnd(state);
        return new OperationDocument(
            operationId, kind, problem is null ? OperationState.Succeeded : OperationState.Failed, steps, outcome?.SessionId, problem);
    }

    private static ProblemDocument? UnexpectedEnd(WorkflowState state) => state.RuntimeStatus is WorkflowRuntimeStatus.Completed
        ? null
        : new ProblemDocument(
            ErrorTypes.Internal,
            $"The operation's workflow ended as {state.RuntimeStatus}: {state.FailureDetails?.ErrorMessage ?? "no reason was given"}",
            StatusCodes.Status500InternalServerError);
}
