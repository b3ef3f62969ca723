namespace Athene.TrackerBridge.Watching;

/// <summary>Whether a repository's changes are reported: they are, once one was, until a reading finds one that was not.</summary>
public sealed record WebhookStanding(DateTimeOffset? HeardAt, DateTimeOffset? MissedAt)
{
    /// <summary>A repository where nothing happens sends nothing, so a day of silence proves little and a longer one too much.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromDays(1);

    public bool WorksAt(DateTimeOffset now) => HeardAt is { } heard && now - heard < Trusted && (MissedAt is not { } missed || missed < heard);
}
