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
    public async Task<SessionDocument> SessionAsync(OperationDocument operation, CancellationToken cancellationToken)
    {
        var progress = new OperationProgress(output, time);
        await foreach (var now in api.WatchAsync<OperationDocument>($"v1/operations/{Uri.EscapeDataString(operation.Id)}", cancellationToken))
        {
            progress.Show(now);
            operation = now;
            if (now.State is not OperationState.Running) break;
        }

        if (operation is { State: OperationState.Succeeded, SessionId: { } sessionId })
        {
            return await api.GetAsync<SessionDocument>(SessionPath.Of(sessionId), cancellationToken);
        }

        throw new AtheneException(operation.Error ?? new ProblemDocument(
            ErrorTypes.Internal, $"The {operation.Kind} {operation.Id} failed without saying why.", 500, Hint: "See what happened with: athene events"));
    }
}
