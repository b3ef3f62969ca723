using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Orchestrators;
using Athene.Session.Prompts;
using Athene.Session.Queue;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>
/// Gives the session its name and its record, and makes the issue its own, all at once: two spawns never get one number, nor one issue
/// (spec sessions.md §2.1, W-S6, W-S9, W-S20).
/// </summary>
public sealed class ReserveSession(StepRunner runner, ILedger ledger, MachineName machine) : Step<ReservationRequest, string>(runner)
{
    protected override string? SessionOf(ReservationRequest input) => null;

    protected override Task<string> RunStepAsync(ReservationRequest input, CancellationToken cancellationToken) =>
        input.Plan.Kind is SessionKind.Orchestrator
            ? ledger.WriteAsync(
                input.ProjectId, SessionNames.Orchestrator(input.Plan.Prefix), draft => ReserveOrchestrator(draft, input), cancellationToken)
            : ReserveWorkerAsync(input, cancellationToken);

    // A spawn of the queue leaves it in the change that makes it a session, so that it is always counted once.
    private Task<string> ReserveWorkerAsync(ReservationRequest input, CancellationToken cancellationToken) => input.Queued
        ? ledger.WriteWithQueueAsync(
            input.ProjectId,
            null,
            draft =>
            {
                var id = ReserveWorker(draft, input);
                draft.Queue = draft.Queue.Begun(input.OperationId, id);
                return id;
            },
            cancellationToken)
        : ledger.WriteAsync(input.ProjectId, null, draft => ReserveWorker(draft, input), cancellationToken);

    private string ReserveOrchestrator(LedgerDraft draft, ReservationRequest input)
    {
        var project = draft.Project ?? new ProjectRecord { Id = input.ProjectId };
        if (project.Reservations.TryGetValue(input.OperationId, out var earlier)) return earlier;

        var id = SessionNames.Orchestrator(input.Plan.Prefix);
        if (draft.Session is { Retired: false } or { HeldBy: not null }) throw OrchestratorErrors.Exists(id);
        draft.Project = project.WithLive(id).WithReservation(input.OperationId, id);
        // Where the work of the one before is kept must stay known: it had the same name.
        draft.Session = NewRecord(id, input, draft.Now) with { RescueRef = draft.Session?.RescueRef };
        return id;
    }

    private string ReserveWorker(LedgerDraft draft, ReservationRequest input)
    {
        var project = draft.Project ?? new ProjectRecord { Id = input.ProjectId };
        if (project.Reservations.TryGetValue(input.OperationId, out var earlier)) return earlier;

        var plan = input.Plan;
        RefuseTakenIssue(project, input);
        var number = Math.Max(project.HighestNumber, plan.HighestRemoteNumber) + 1;
        var id = SessionNames.Worker(plan.Prefix, number);
        project = (project with { HighestNumber = number }).WithLive(id).WithReservation(input.OperationId, id).WithoutQueued(input.OperationId);
        draft.Project = plan.IssueId is { } issue ? project.WithClaim(issue, id) : project;
        draft.Session = NewRecord(id, input, draft.Now);
        return id;
    }

    private static void RefuseTakenIssue(ProjectRecord project, ReservationRequest input)
    {
        if (input.Plan.IssueId is not { } issue) return;
        if (project.ClaimantOf(issue) is { } holder) throw SessionErrors.IssueTaken(issue, holder);
        if (project.QueuedWith(issue) is { } waiting && waiting != input.OperationId) throw QueueErrors.IssueQueued(issue, waiting);
    }

    private SessionRecord NewRecord(string id, ReservationRequest input, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = input.Plan.Kind,
        ProjectId = input.ProjectId,
        OperationId = input.OperationId,
        Lifecycle = LifecycleDocument.Requested(now),
        Activity = Activity.Active,
        Agent = input.Plan.Agent,
        Model = input.Plan.Model,
        Permissions = input.Plan.Permissions,
        Subagent = input.Plan.Subagent,
        NativeSessionId = input.Plan.NativeSessionId,
        Branch = BranchOf(id, input.Plan),
        Issue = input.Plan.IssueId,
        IssueTitle = input.Plan.Issue?.Title,
        Prompt = input.Plan.Prompt,
        DisplayName = input.Plan.DisplayName,
        Machine = machine.Value,
        RuntimeName = input.Plan.Machine.Runtime,
        WorkspaceKind = input.Plan.Machine.Workspace,
        ProjectPath = input.Plan.ProjectPath,
        CreatedAt = now,
        LastActivityAt = now,
    };

    private static string BranchOf(string id, SpawnPlan plan) => plan.Kind is SessionKind.Orchestrator
        ? BranchName.ForOrchestrator(plan.Prefix)
        : BranchName.ForWorker(id, plan.Branch, plan.IssueId, plan.Issue?.Branch, plan.Issue?.DefaultBranchName);
}
