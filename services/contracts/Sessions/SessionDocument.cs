using Athene.Contracts.Lifecycle;

namespace Athene.Contracts.Sessions;

/// <summary>A session as everybody outside the session service sees it (design interfaces.md §2).</summary>
public sealed record SessionDocument
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    public SessionKind Kind { get; init; }

    public required SessionStatus Status { get; init; }

    public Activity? Activity { get; init; }

    /// <summary>How the activity is known.</summary>
    public ActivityEvidenceDocument? ActivityEvidence { get; init; }

    /// <summary>The agent's own id of the conversation, once it is known.</summary>
    public string? NativeSessionId { get; init; }

    /// <summary>What the agent's own record says of its conversation: what it is about, tokens, cost.</summary>
    public AgentInfoDocument? AgentInfo { get; init; }

    /// <summary>Why it waits, and until when; null when it is not paused.</summary>
    public SessionPause? Paused { get; init; }

    /// <summary>When its last pause ended; its agent is expected to be at work again from then on.</summary>
    public DateTimeOffset? ResumedAt { get; init; }

    /// <summary>When the agent was seen to take the task that it was started with; null as long as nothing proves it.</summary>
    public DateTimeOffset? TaskAcceptedAt { get; init; }

    public required string Agent { get; init; }

    public string? Branch { get; init; }

    public string? Issue { get; init; }

    public string? Title { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>A person chose the name: it wins over titles.</summary>
    public bool DisplayNameUserSet { get; init; }

    public required string Machine { get; init; }

    public string? WorkspacePath { get; init; }

    public RuntimeDocument? Runtime { get; init; }

    public IReadOnlyList<PullRequestDocument> Prs { get; init; } = [];

    /// <summary>Whether pull requests of its branch become its own without anybody saying so; off once another session has taken one over.</summary>
    public bool PrAutoDetect { get; init; } = true;

    public required LifecycleDocument Lifecycle { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastActivityAt { get; init; }

    public DateTimeOffset? RestoredAt { get; init; }

    /// <summary>Why the last restore started the agent afresh instead of with its own conversation; null when it did not.</summary>
    public string? RestoreFallbackReason { get; init; }

    /// <summary>Where work that a kill would have lost is kept: a git ref of the project's repository.</summary>
    public string? RescueRef { get; init; }
}
