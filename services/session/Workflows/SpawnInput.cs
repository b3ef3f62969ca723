using Athene.Contracts.Sessions;

namespace Athene.Session.Workflows;

/// <summary>What a spawn starts from.</summary>
/// <param name="RequestHash">Of the request; tells whether an idempotency key came back with another request.</param>
/// <param name="Queued">It is in the queue, and begins when it is told to.</param>
public sealed record SpawnInput(
    string OperationId, string ProjectId, SpawnRequest Request, string RequestHash, SessionKind Kind = SessionKind.Worker, bool Queued = false);
