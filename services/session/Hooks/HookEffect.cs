using Athene.Session.Observing;

namespace Athene.Session.Hooks;

/// <summary>What a fact means for its session.</summary>
/// <param name="Prompt">A prompt that the agent has taken.</param>
/// <param name="PullRequest">The address of a pull request that was opened.</param>
/// <param name="HeadMoved">The worktree may be on another branch now.</param>
public sealed record HookEffect(Evidence? Evidence = null, PromptSighting? Prompt = null, string? PullRequest = null, bool HeadMoved = false)
{
    public static HookEffect None { get; } = new();
}
