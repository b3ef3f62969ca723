namespace Athene.Configuration;

/// <summary>How patient Athene is with a session.</summary>
public sealed record LifecycleConfiguration
{
    /// <summary>Whether a merged session's terminal and worktree are removed.</summary>
    public bool AutoCleanupOnMerge { get; init; } = true;

    /// <summary>How long the agent must be quiet before a merged session is removed; zero: not at all.</summary>
    public TimeSpan MergeCleanupIdleGrace { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long what was wrong must stay over before it counts as over: checks that are green for a moment only are not mended.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a session whose agent or terminal is gone may come back before it is called dead.</summary>
    public TimeSpan RuntimeLostGrace { get; init; } = TimeSpan.FromMinutes(1);
}
