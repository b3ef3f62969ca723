using Athene.Configuration.Projects;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;

namespace Athene.Session.Records;

/// <summary>All that Athene knows of one session; one document in the state store, written only through <see cref="Ledger"/>.</summary>
public sealed record SessionRecord
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    public SessionKind Kind { get; init; }

    /// <summary>The spawn that made it; what is found under this session's name on the machine is its own only when it carries this id.</summary>
    public required string OperationId { get; init; }

    /// <summary>The operation that started the present run of the agent: the spawn, or the last restore.</summary>
    public string LaunchId { get => field ?? OperationId; init; }

    /// <summary>How many restores have begun; numbers the next one.</summary>
    public int Restores { get; init; }

    public required LifecycleDocument Lifecycle { get; init; }

    public Activity? Activity { get; init; }

    /// <summary>How <see cref="Activity"/> is known; of the moment at which it last changed.</summary>
    public ActivityEvidenceDocument? ActivityEvidence { get; init; }

    /// <summary>What the agent's own record says of the conversation; not of every moment.</summary>
    public AgentInfoDocument? AgentInfo { get; init; }

    /// <summary>What it has used so far; null before anything is known of that.</summary>
    public SessionSpending? Spent { get; init; }

    /// <summary>When the agent was seen to take the task that it was started with.</summary>
    public DateTimeOffset? TaskAcceptedAt { get; init; }

    public required string Agent { get; init; }

    public string? Model { get; init; }

    public string? Permissions { get; init; }

    public string? Subagent { get; init; }

    /// <summary>The agent's own id of the conversation: chosen at the spawn where the agent lets the caller choose it, else found in its record.</summary>
    public string? NativeSessionId { get; init; }

    /// <summary>The conversation of the run before the one that a restore is starting; it comes back when the restore fails.</summary>
    public string? EarlierNativeSessionId { get; init; }

    public string? Branch { get; init; }

    /// <summary>The commit that the branch was made from; commits beyond it are the session's own work.</summary>
    public string? BaseCommit { get; init; }

    /// <summary>The branch that the spawn made; null when the session works on one that was there before.</summary>
    public string? MadeBranch { get; init; }

    public string? Issue { get; init; }

    public string? IssueTitle { get; init; }

    public string? Prompt { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>A person chose the name: it wins over titles.</summary>
    public bool DisplayNameUserSet { get; init; }

    public required string Machine { get; init; }

    public required string ProjectPath { get; init; }

    public string? WorkspacePath { get; init; }

    /// <summary>What its terminal is made of, chosen when it was reserved.</summary>
    public string RuntimeName { get; init; } = RuntimeNames.Tmux;

    /// <summary>What its workspace is, chosen when it was reserved.</summary>
    public string WorkspaceKind { get; init; } = WorkspaceNames.Worktree;

    /// <summary>Its terminal; null until the spawn that starts it has ended.</summary>
    public RuntimeDocument? Runtime { get; init; }

    /// <summary>Its pull requests, the primary one first; the only place that says which they are (W-S5).</summary>
    public IReadOnlyList<PullRequestDocument> Prs { get; init; } = [];

    /// <summary>Whether pull requests of its branch become its own without anybody saying so.</summary>
    public bool PrAutoDetect { get; init; } = true;

    /// <summary>The last claim of a pull request that was recorded here; a repeated step finds itself by it.</summary>
    public RecordedClaim? LastClaim { get; init; }

    /// <summary>The newest outcomes that the lifecycle service has told, by id: one that is told again is known by it.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    public AgentReport? Report { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastActivityAt { get; init; }

    public DateTimeOffset? RestoredAt { get; init; }

    /// <summary>Whether the present run took up the agent's own conversation; otherwise it was told its task.</summary>
    public bool Resumed { get; init; }

    /// <summary>Why the last restore could not take up the agent's own conversation; null when it did, or when the agent has no such thing.</summary>
    public string? RestoreFallbackReason { get; init; }

    public string? RescueRef { get; init; }

    /// <summary>The operation that makes or ends the worktree and the terminal right now: no other may, and that the agent is gone is no news.</summary>
    public string? HeldBy { get; init; }

    /// <summary>Why it waits, and until when; null when it is not paused.</summary>
    public SessionPause? Paused { get; init; }

    /// <summary>When its last pause ended.</summary>
    public DateTimeOffset? ResumedAt { get; init; }

    /// <summary>The last spent budget whose demand on the session was met: a person may bring the session back after that.</summary>
    public string? BudgetHeeded { get; init; }

    /// <summary>
    /// The agent said that the limit of its plan is reached, and has not been seen at work since: what still stands on its screen is no news, also when the
    /// pause is over.
    /// </summary>
    public bool LimitKnown { get; init; }

    /// <summary>Its terminal, worktree and prompts are gone: nothing is left to end. A session that ended by itself still has them.</summary>
    public bool Retired { get; init; }
}
