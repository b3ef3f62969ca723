namespace Athene.EndToEnd.Tests.Supervision.Parts;

/// <summary>How a supervised installation is configured.</summary>
internal sealed record SupervisionPlan
{
    /// <summary>The host tells of what happens; else Athene finds it by polling alone.</summary>
    public bool HasWebhooks { get; init; } = true;

    /// <summary>The text of <c>athene.yaml</c>; null: one with which everything goes fast, pull requests are merged, and Slack is told of everything.</summary>
    public string? Configuration { get; init; }

    /// <summary>How long the agent of a merged session is left alone.</summary>
    public TimeSpan MergeGrace { get; init; } = TimeSpan.Zero;

    /// <summary>Between two readings of the host when nothing is heard of it; the shortest that a configuration may say.</summary>
    public TimeSpan Polling { get; init; } = TimeSpan.FromSeconds(5);
}
