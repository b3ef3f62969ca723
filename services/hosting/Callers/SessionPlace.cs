namespace Athene.Hosting.Callers;

/// <summary>What rights depend on: where a session stands.</summary>
/// <param name="LaunchId">The launch of its agent that counts: the token of an earlier one opens nothing.</param>
/// <param name="HasEnded">Its token opens nothing but what is its own.</param>
public sealed record SessionPlace(string ProjectId, string LaunchId, bool IsOrchestrator, bool HasEnded);
