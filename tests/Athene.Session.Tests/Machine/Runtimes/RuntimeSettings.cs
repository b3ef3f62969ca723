namespace Athene.Session.Tests.Machine.Runtimes;

/// <summary>What a test changes about a runtime.</summary>
public sealed record RuntimeSettings
{
    public TimeSpan KillGrace { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);
}
