namespace Athene.TrackerBridge.Watching;

/// <summary>How fast a host is asked. Pure.</summary>
public static class HostPace
{
    /// <summary>The first of a burst of hints is followed at once, and the rest together.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private const int MostDoublings = 8;

    /// <summary>The pause after readings in a row that brought nothing: doubled each time.</summary>
    public static TimeSpan PauseAfter(int failures)
    {
        var pause = Spacing * Math.Pow(2, Math.Min(failures, MostDoublings));
        return pause < LongestPause ? pause : LongestPause;
    }
}
