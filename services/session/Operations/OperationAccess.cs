using Athene.Contracts.Errors;
using Athene.Hosting.Callers;
using Athene.Session.Workflows;

namespace Athene.Session.Operations;

/// <summary>Which operations an agent may look at: those of its project's sessions, and those whose id it was given because nobody can guess it.</summary>
public sealed class OperationAccess(ISessionDirectory sessions)
{
    /// <exception cref="AtheneException">The operation is none of the caller's; the answer is that of one that does not exist.</exception>
    public async Task RequireAsync(Caller caller, string operationId, CancellationToken cancellationToken)
    {
        if (caller.Kind is not CallerKind.Session || OperationKinds.SessionOf(operationId) is not { } sessionId) return;
        var place = await sessions.FindAsync(sessionId, cancellationToken);
        if (place is null || place.ProjectId != caller.ProjectId) throw OperationReader.NotFound(operationId);
    }
}
