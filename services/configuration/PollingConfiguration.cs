namespace Athene.Configuration;

/// <summary>How often pull requests are read where no webhook tells of changes (spec lifecycle.md §9). Many are read in one request.</summary>
public sealed record PollingConfiguration
{
    /// <summary>Between two readings of a pull request whose checks run, or that changed in the last minutes.</summary>
    public TimeSpan Busy { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two readings of any other open pull request.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The same where webhooks are seen to work, and for pull requests that are merged or closed.</summary>
    public TimeSpan Reconcile { get; init; } = TimeSpan.FromMinutes(10);
}
