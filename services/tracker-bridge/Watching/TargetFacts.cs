namespace Athene.TrackerBridge.Watching;

/// <summary>Where one target stands in the schedule.</summary>
/// <param name="FollowedAt">Since when it is watched in this run of the service.</param>
/// <param name="DueAt">When it is to be read again; the end of time for one that only a hint brings back.</param>
public sealed record TargetFacts(DateTimeOffset FollowedAt, DateTimeOffset DueAt)
{
    /// <summary>The time between the last reading and the next that the clock alone would make.</summary>
    public TimeSpan Interval { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When a reading last differed from the one before, also of an earlier run.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The number of the last hint that named it; 0: none.</summary>
    public long LastHint { get; init; }

    /// <summary>The number of the last hint, of whatever target, that came before the last reading began.</summary>
    public long ReadUpTo { get; init; }

    /// <summary>What was seen last; null: the host has none, or was not asked yet.</summary>
    public PullRequestFacts? PullRequest { get; init; }

    /// <summary>Why the last reading said nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>A hint was followed, and nothing had changed: hosts report some things before they show them, so it is looked at once more.</summary>
    public bool AwaitsEcho { get; init; }

    /// <summary>A hint came after the last reading began.</summary>
    public bool IsHinted => LastHint > ReadUpTo;
}
