namespace Athene.TrackerBridge.Budget;

/// <summary>What all handlers know together: handlers come and go with their connections, this stays.</summary>
public sealed class HostReads
{
    internal SharedReads Shared { get; } = new();

    internal KnownAnswers Known { get; } = new();
}
