namespace Athene.Contracts.Events;

/// <summary>CloudEvent types on the topics (design interfaces.md §4).</summary>
public static class EventTypes
{
    public const string SpawnStarted = "athene.session.spawn-started";

    public const string Spawned = "athene.session.spawned";

    public const string SpawnFailed = "athene.session.spawn-failed";

    /// <summary>Its state or its pull requests were moved by a verdict of the lifecycle service.</summary>
    public const string Transitioned = "athene.session.transitioned";

    public const string Observed = "athene.session.observed";

    public const string RuntimeLost = "athene.session.runtime-lost";

    public const string MessageState = "athene.session.message-state";

    public const string Killed = "athene.session.killed";

    public const string Restored = "athene.session.restored";

    public const string RestoreFailed = "athene.session.restore-failed";

    public const string PrClaimed = "athene.session.pr-claimed";

    public const string Reported = "athene.session.reported";

    /// <summary>The session is paused, or its pause has another end now.</summary>
    public const string Paused = "athene.session.paused";

    /// <summary>The session is paused no longer.</summary>
    public const string Resumed = "athene.session.resumed";

    /// <summary>A pull request appeared, or its state, head, title, draft mark or mergeability changed.</summary>
    public const string PullRequestChanged = "athene.pull-request.changed";

    /// <summary>Only its checks changed.</summary>
    public const string ChecksChanged = "athene.checks.changed";

    /// <summary>Only its reviews or threads changed.</summary>
    public const string ReviewChanged = "athene.review.changed";

    public const string IssueChanged = "athene.issue.changed";

    public const string Push = "athene.push";

    public const string LifecycleTransitioned = "athene.lifecycle.transitioned";

    public const string ReactionTriggered = "athene.lifecycle.reaction-triggered";

    public const string ReactionEscalated = "athene.lifecycle.reaction-escalated";

    public const string AllComplete = "athene.lifecycle.all-complete";

    public const string Notification = "athene.notification";
}
