namespace Athene.Contracts.Events;

/// <summary>CloudEvent types on the topics (design interfaces.md §4).</summary>
public static class EventTypes
{
    public const string SpawnStarted = "athene.session.spawn-started";

    public const string Spawned = "athene.session.spawned";

    public const string SpawnFailed = "athene.session.spawn-failed";

    public const string Observed = "athene.session.observed";

    public const string RuntimeLost = "athene.session.runtime-lost";

    public const string MessageState = "athene.session.message-state";

    public const string Killed = "athene.session.killed";

    public const string Restored = "athene.session.restored";

    public const string RestoreFailed = "athene.session.restore-failed";

    public const string PrClaimed = "athene.session.pr-claimed";

    public const string Reported = "athene.session.reported";

    public const string LifecycleTransitioned = "athene.lifecycle.transitioned";

    public const string Notification = "athene.notification";
}
