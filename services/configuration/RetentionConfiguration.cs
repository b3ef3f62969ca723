namespace Athene.Configuration;

/// <summary>How long sessions that have ended stay in the lists; after that, only the archive shows them.</summary>
public sealed record RetentionConfiguration
{
    /// <summary>How long after its end a session stays listed.</summary>
    public TimeSpan EndedAge { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The most ended sessions that a project lists.</summary>
    public int EndedSessions { get; init; } = 200;
}
