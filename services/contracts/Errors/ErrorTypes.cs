namespace Athene.Contracts.Errors;

/// <summary>Stable <c>type</c> values of Problem Details (RFC 9457); the last segment is what scripts match.</summary>
public static class ErrorTypes
{
    public const string Prefix = "https://athene.dev/errors/";

    public const string SessionNotFound = Prefix + "session-not-found";

    public const string SessionNotRestorable = Prefix + "session-not-restorable";

    public const string SessionBusy = Prefix + "session-busy";

    public const string SessionTerminated = Prefix + "session-terminated";

    public const string ProjectNotFound = Prefix + "project-not-found";

    public const string ProjectInvalid = Prefix + "project-invalid";

    public const string ProjectConflict = Prefix + "project-conflict";

    public const string ProjectInUse = Prefix + "project-in-use";

    public const string OperationNotFound = Prefix + "operation-not-found";

    public const string OperationNotQueued = Prefix + "operation-not-queued";

    public const string OperationCancelled = Prefix + "operation-cancelled";

    public const string DependencyNotFound = Prefix + "dependency-not-found";

    public const string MessageNotFound = Prefix + "message-not-found";

    public const string MessageQueueFull = Prefix + "message-queue-full";

    public const string AgentUnknown = Prefix + "agent-unknown";

    public const string AgentUnsupported = Prefix + "agent-unsupported";

    public const string MappingMissing = Prefix + "mapping-missing";

    public const string BranchInvalid = Prefix + "branch-invalid";

    public const string OrchestratorExists = Prefix + "orchestrator-exists";

    public const string OrchestratorBusy = Prefix + "orchestrator-busy";

    public const string IssueTaken = Prefix + "issue-taken";

    public const string IssueNotFound = Prefix + "issue-not-found";

    public const string IssueFetchFailed = Prefix + "issue-fetch-failed";

    public const string PullRequestNotFound = Prefix + "pull-request-not-found";

    public const string PullRequestNotOpen = Prefix + "pull-request-not-open";

    public const string PullRequestHeadMoved = Prefix + "pull-request-head-moved";

    public const string PullRequestNotMergeable = Prefix + "pull-request-not-mergeable";

    public const string PullRequestFetchFailed = Prefix + "pull-request-fetch-failed";

    public const string ClaimRefused = Prefix + "claim-refused";

    public const string BranchBusy = Prefix + "branch-busy";

    public const string TrackerFailed = Prefix + "tracker-failed";

    public const string TrackerUnauthorized = Prefix + "tracker-unauthorized";

    public const string TrackerRateLimited = Prefix + "tracker-rate-limited";

    public const string TrackerNotConfigured = Prefix + "tracker-not-configured";

    public const string WebhookUnknown = Prefix + "webhook-unknown";

    public const string WebhookUnverified = Prefix + "webhook-unverified";

    public const string WebhookTooLarge = Prefix + "webhook-too-large";

    public const string WebhookInvalid = Prefix + "webhook-invalid";

    public const string WebhookNotKept = Prefix + "webhook-not-kept";

    public const string WorkspaceMissing = Prefix + "workspace-missing";

    public const string WorkspaceFailed = Prefix + "workspace-failed";

    public const string RepositoryEmpty = Prefix + "repository-empty";

    public const string RuntimeUnavailable = Prefix + "runtime-unavailable";

    public const string RuntimeFailed = Prefix + "runtime-failed";

    public const string WorkAtRisk = Prefix + "work-at-risk";

    public const string NotificationNotFound = Prefix + "notification-not-found";

    public const string NotificationNotFailed = Prefix + "notification-not-failed";

    public const string NotifierUnknown = Prefix + "notifier-unknown";

    public const string RequestInvalid = Prefix + "request-invalid";

    public const string IdempotencyKeyReused = Prefix + "idempotency-key-reused";

    public const string ReportRejected = Prefix + "report-rejected";

    public const string TransitionStale = Prefix + "transition-stale";

    public const string Unauthorized = Prefix + "unauthorized";

    public const string ConfigurationInvalid = Prefix + "configuration-invalid";

    public const string NotRunning = Prefix + "not-running";

    public const string Internal = Prefix + "internal";
}
