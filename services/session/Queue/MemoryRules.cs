using Athene.Configuration;

namespace Athene.Session.Queue;

/// <summary>Whether there is memory for one more session. Pure.</summary>
public static class MemoryRules
{
    /// <param name="freeMb">Null where nobody says: then memory keeps nobody waiting.</param>
    /// <param name="starting">Sessions whose memory does not show in <paramref name="freeMb"/> yet.</param>
    /// <returns>What is missing, in words; null when there is enough.</returns>
    public static string? ObstacleOf(LimitsConfiguration limits, int? freeMb, int starting)
    {
        if (limits.MinFreeMemoryMb == 0 || freeMb is not { } free) return null;
        var needed = limits.MinFreeMemoryMb + ((long)limits.SessionMemoryMb * (starting + 1));
        return free >= needed ? null : $"{free} MB of memory free, {needed} needed for one more session";
    }
}
