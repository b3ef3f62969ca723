namespace Athene.Configuration;

/// <summary>
/// How many sessions may run at a time; a spawn beyond that waits. There is no cap by count unless somebody sets one, since the same number would be
/// wrong on a laptop and on a server; what takes a machine down is memory, so that is watched from the start.
/// </summary>
public sealed record LimitsConfiguration
{
    /// <summary>The most workers at a time, over all projects; null: any number.</summary>
    public int? MaxSessions { get; init; }

    /// <summary>What must stay free for everything else on the machine, in MiB; zero: memory is not looked at.</summary>
    public int MinFreeMemoryMb { get; init; } = 512;

    /// <summary>What a session that has just begun is expected to take before it shows in the machine's own numbers, in MiB.</summary>
    public int SessionMemoryMb { get; init; } = 256;

    /// <summary>Whether a session whose agent met the limit of its plan is told to go on when that ends; otherwise it waits for somebody.</summary>
    public bool ResumeAfterLimit { get; init; }
}
