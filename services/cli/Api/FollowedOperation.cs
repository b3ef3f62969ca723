using Athene.Cli.Output;
using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Api;

/// <summary>An operation that somebody watches until it has ended, step by step.</summary>
internal sealed class FollowedOperation(SessionApi api, CommandOutput output, TimeProvider time)
{
    /// <summary>The session that the operation was about, once it has succeeded.</summary>
    /// <exception cref="AtheneException">The operation failed.</exception>
    public async Task<SessionDocument> SessionAsync(OperationDocument operation, CancellationToken cancellationToken) =>
        await SessionOfAsync(await FollowAsync(operation, now => now.IsOver, cancellationToken), cancellationToken);

    /// <summary>The same, but only as long as the operation goes on; null when it waits for its turn.</summary>
    /// <exception cref="AtheneException">The operation failed.</exception>
    public async Task<SessionDocument?> SessionUnlessQueuedAsync(OperationDocument operation, CancellationToken cancellationToken)
    {
        var last = await FollowAsync(operation, now => now.IsOver || now.State is OperationState.Queued, cancellationToken);
        return last.IsOver ? await SessionOfAsync(last, cancellationToken) : null;
    }

    private async Task<OperationDocument> FollowAsync(OperationDocument operation, Func<OperationDocument, bool> isEnough, CancellationToken cancellationToken)
    {
        var progress = new OperationProgress(output, time);
        await foreach (var now in api.WatchAsync<OperationDocument>($"v1/operations/{Uri.EscapeDataString(operation.Id)}", cancellationToken))
        {
            progress.Show(now);
            operation = now;
            if (isEnough(now)) break;
        }

        return operation;
    }

    private async Task<SessionDocument> SessionOfAsync(OperationDocument operation, CancellationToken cancellationToken)
    {
        if (operation is { State: OperationState.Succeeded, SessionId: { } sessionId })
        {
            return await api.GetAsync<SessionDocument>(SessionPath.Of(sessionId), cancellationToken);
        }

        throw new AtheneException(operation.Error ?? new ProblemDocument(
            ErrorTypes.Internal, $"The {operation.Kind} {operation.Id} failed without saying why.", 500, Hint: "See what happened with: athene events"));
    }
}
