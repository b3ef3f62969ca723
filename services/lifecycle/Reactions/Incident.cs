using System.Collections.Immutable;

namespace Athene.Lifecycle.Reactions;

/// <summary>
/// Something that went wrong with a session, from its first sign until it has stayed over for a while: its attempts and its time are counted over
/// everything that happens meanwhile, and over restarts (W-L10, W-L11).
/// </summary>
/// <param name="Id">That of its condition: there is one at a time.</param>
/// <param name="Since">What its patience is counted from.</param>
public sealed record Incident(string Id, string Key, DateTimeOffset Since)
{
    /// <summary>How often Athene has acted.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>What the last attempt was about.</summary>
    public string Round { get; init; } = "";

    /// <summary>What was said already.</summary>
    public ImmutableSortedSet<string> Told { get; init; } = [];

    /// <summary>A person knows that Athene did not get it right; until it is over Athene does nothing more about it.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>Since when it has been over; null while it is not.</summary>
    public DateTimeOffset? OverSince { get; init; }
}
