namespace Athene.Contracts.Sessions;

/// <summary>What a session is for.</summary>
public enum SessionKind
{
    Worker,
    Orchestrator,
}
