namespace Athene.Session.Prompts;

/// <summary>What an agent must know that takes up a session whose conversation cannot be continued.</summary>
/// <param name="Task">The first message of the run before; null when it had none.</param>
/// <param name="Commits">Subjects of the branch's own commits, newest first.</param>
/// <param name="ChangedFiles">Files with uncommitted changes.</param>
/// <param name="RescueRef">Where uncommitted work is kept that is not in the worktree; null when there is none.</param>
/// <param name="Messages">What was sent to the run before, oldest first.</param>
public sealed record HandOverFacts(
    string SessionId,
    string Branch,
    string? Task,
    IReadOnlyList<string> Commits,
    IReadOnlyList<string> ChangedFiles,
    string? RescueRef,
    IReadOnlyList<string> Messages);
