namespace Athene.TrackerBridge.Watching;

/// <summary>Where one host stands in the schedule.</summary>
public sealed record HostStanding
{
    /// <summary>A request is under way: the next one waits for its end.</summary>
    public bool IsAsked { get; init; }

    /// <summary>When it may be asked again.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Readings in a row that brought nothing.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last reading brought nothing; null when it did.</summary>
    public string? Problem { get; init; }

    /// <summary>Since when it does not answer.</summary>
    public DateTimeOffset? AwaySince { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}
