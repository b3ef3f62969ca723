namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>Something that an agent has done in its worktree and that must never be lost.</summary>
/// <param name="Commit">The commit that holds it; null for a file that nobody has committed.</param>
internal sealed record Work(string SessionId, string File, string Content, string? Commit);
