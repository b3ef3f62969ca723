using Athene.Contracts.Messages;
using Athene.Contracts.Queue;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Sessions;

/// <summary>The sessions, whose records belong to the session service. What it refuses is an <see cref="Contracts.Errors.AtheneException"/>.</summary>
public interface ISessions
{
    /// <summary>Moves a session; refused when it has moved on by itself.</summary>
    Task<SessionDocument> MoveAsync(string sessionId, TransitionRequest transition, CancellationToken cancellationToken);

    /// <summary>Ends a pause; one that is over stays over.</summary>
    Task<SessionDocument> ResumeAsync(string sessionId, ResumeRequest request, CancellationToken cancellationToken);

    /// <summary>All of them, ended ones included.</summary>
    Task<IReadOnlyList<SessionDocument>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The spawns that wait for their turn.</summary>
    Task<IReadOnlyList<QueuedSpawn>> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>What its workspace holds and nothing else does.</summary>
    Task<UnsavedWork> UnsavedWorkAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Ends a session; one that has ended already is no error.</summary>
    Task<KillResult> EndAsync(string sessionId, KillRequest request, CancellationToken cancellationToken);

    /// <summary>Writes into the history of a session what became of something; the same id is told once.</summary>
    Task RecordAsync(string sessionId, OutcomeReport report, CancellationToken cancellationToken);

    /// <summary>Says something to the agent; the same id is the same message, said once.</summary>
    Task<MessageDocument> TellAsync(string sessionId, MessageRequest message, CancellationToken cancellationToken);
}
