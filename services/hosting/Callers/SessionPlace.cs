namespace Athene.Hosting.Callers;

/// <summary>What rights depend on: where a session stands.</summary>
/// <param name="HasEnded">Its token opens nothing but what is its own.</param>
public sealed record SessionPlace(string ProjectId, bool IsOrchestrator, bool HasEnded);
