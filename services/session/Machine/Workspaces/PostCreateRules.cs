namespace Athene.Session.Machine.Workspaces;

/// <summary>What a project wants done in each new worktree.</summary>
/// <param name="Symlinks">Paths relative to the repository that the worktree shares by a link; missing ones are skipped.</param>
/// <param name="Commands">Shell commands, run one after the other in the worktree.</param>
public sealed record PostCreateRules(IReadOnlyList<string> Symlinks, IReadOnlyList<string> Commands)
{
    public static PostCreateRules None { get; } = new([], []);

    /// <summary>How long one command may take.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
