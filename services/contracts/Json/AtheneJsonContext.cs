using System.Text.Json.Serialization;
using Athene.Contracts.Budgets;
using Athene.Contracts.Errors;
using Athene.Contracts.Events;
using Athene.Contracts.Hosts;
using Athene.Contracts.Issues;
using Athene.Contracts.Messages;
using Athene.Contracts.Notifications;
using Athene.Contracts.Operations;
using Athene.Contracts.Projects;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Queue;
using Athene.Contracts.Sessions;
using Athene.Contracts.Tracking;

namespace Athene.Contracts.Json;

/// <summary>Serialisers made at compile time: the command line starts faster, and nothing is found by reflection.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SessionDocument))]
[JsonSerializable(typeof(SessionList))]
[JsonSerializable(typeof(SpawnRequest))]
[JsonSerializable(typeof(OutputDocument))]
[JsonSerializable(typeof(AttachDocument))]
[JsonSerializable(typeof(KillRequest))]
[JsonSerializable(typeof(KillResult))]
[JsonSerializable(typeof(ClaimRequest))]
[JsonSerializable(typeof(ClaimResult))]
[JsonSerializable(typeof(CleanupRequest))]
[JsonSerializable(typeof(CleanupResult))]
[JsonSerializable(typeof(HostList))]
[JsonSerializable(typeof(PullRequestLookup))]
[JsonSerializable(typeof(PullRequestDetails))]
[JsonSerializable(typeof(PullRequestAssignment))]
[JsonSerializable(typeof(PullRequestSnapshot))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(MergeResult))]
[JsonSerializable(typeof(FailureLookup))]
[JsonSerializable(typeof(FailureReport))]
[JsonSerializable(typeof(TrackerEvent))]
[JsonSerializable(typeof(WatchDocument))]
[JsonSerializable(typeof(HookRequest))]
[JsonSerializable(typeof(RemapRequest))]
[JsonSerializable(typeof(ResumeRequest))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportResult))]
[JsonSerializable(typeof(TransitionRequest))]
[JsonSerializable(typeof(OutcomeReport))]
[JsonSerializable(typeof(UnsavedWork))]
[JsonSerializable(typeof(OrchestratorRequest))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(OperationDocument))]
[JsonSerializable(typeof(QueueList))]
[JsonSerializable(typeof(BudgetReport))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(MessageDocument))]
[JsonSerializable(typeof(ProjectRequest))]
[JsonSerializable(typeof(ProjectDocument))]
[JsonSerializable(typeof(ProjectList))]
[JsonSerializable(typeof(IssueLookup))]
[JsonSerializable(typeof(IssueDocument))]
[JsonSerializable(typeof(IssueQuery))]
[JsonSerializable(typeof(IssueList))]
[JsonSerializable(typeof(IssueUpdate))]
[JsonSerializable(typeof(IssueChanges))]
[JsonSerializable(typeof(IssueCreation))]
[JsonSerializable(typeof(NewIssue))]
[JsonSerializable(typeof(EventDocument))]
[JsonSerializable(typeof(EventList))]
[JsonSerializable(typeof(EventRequest))]
[JsonSerializable(typeof(SessionEvent))]
[JsonSerializable(typeof(LifecycleEvent))]
[JsonSerializable(typeof(ReactionEvent))]
[JsonSerializable(typeof(Notification))]
[JsonSerializable(typeof(NotificationDocument))]
[JsonSerializable(typeof(NotificationList))]
[JsonSerializable(typeof(NotifierList))]
[JsonSerializable(typeof(RetryRequest))]
[JsonSerializable(typeof(TrialRequest))]
[JsonSerializable(typeof(TrialResult))]
[JsonSerializable(typeof(ProblemDocument))]
public sealed partial class AtheneJsonContext : JsonSerializerContext;
