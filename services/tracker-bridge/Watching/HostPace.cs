using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.Watching;

/// <summary>How fast a host is asked. Pure.</summary>
public static class HostPace
{
    /// <summary>The first of a burst of hints is followed at once, and the rest together.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private const int MostDoublings = 8;

    /// <summary>A host that is paused is not asked: its budget answers, and lets the first request through when the pause is over.</summary>
    private static readonly TimeSpan WhilePaused = TimeSpan.FromSeconds(5);

    /// <summary>The pause after readings in a row that brought nothing: doubled each time.</summary>
    public static TimeSpan PauseAfter(AtheneException problem, int failures)
    {
        if (problem.Type == ErrorTypes.TrackerRateLimited) return WhilePaused;
        var pause = Spacing * Math.Pow(2, Math.Min(failures, MostDoublings));
        return pause < LongestPause ? pause : LongestPause;
    }
}
