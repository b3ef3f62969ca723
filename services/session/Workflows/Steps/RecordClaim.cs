using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.Claims;
using Athene.Session.History;
using Athene.Session.PullRequests;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>Gives the pull request to the session and takes it from all others, at once (W-S16).</summary>
public sealed class RecordClaim(StepRunner runner, ILedger ledger) : Step<ClaimToRecord, RecordedClaim>(runner)
{
    protected override string? SessionOf(ClaimToRecord input) => input.Plan.SessionId;

    protected override Task<RecordedClaim> RunStepAsync(ClaimToRecord input, CancellationToken cancellationToken) =>
        ledger.WriteWithOthersAsync(input.Plan.ProjectId, input.Plan.SessionId, draft => Record(draft, input.Plan, input.Branch), cancellationToken);

    private static RecordedClaim Record(LedgerDraft draft, ClaimPlan plan, Machine.Workspaces.CheckedOutBranch branch)
    {
        var session = draft.Session ?? throw SessionErrors.NotFound(plan.SessionId);
        if (session.LastClaim is { } earlier && earlier.OperationId == plan.OperationId) return earlier;
        var pr = new PullRequestDocument(plan.Pr.Url, plan.Pr.Number, "open", branch.HeadCommit, PullRequestOrigin.Claimed);
        var claim = new RecordedClaim(plan.OperationId, pr, TakeFromOthers(draft, plan, branch.Branch));
        draft.Session = SessionHold.Release(PrList.WithPrimary(session, pr, PullRequestReason.InProgress, draft.Now), plan.OperationId) with
        {
            Branch = branch.Branch,
            BaseCommit = branch.BaseCommit ?? session.BaseCommit,
            PrAutoDetect = true,
            LastClaim = claim,
        };
        draft.Record(new Happening(
            EventKinds.PrClaimed, $"{session.Id} claimed pull request #{pr.Number}{(claim.TakenOverFrom.Count == 0 ? "" : $" from {string.Join(", ", claim.TakenOverFrom)}")}",
            session.ProjectId, session.Id,
            Data: new JsonObject
            {
                ["url"] = pr.Url, ["number"] = pr.Number, ["branch"] = branch.Branch, ["branchChanged"] = branch.Changed, ["headSha"] = pr.HeadSha,
                ["takenOverFrom"] = new JsonArray([.. claim.TakenOverFrom.Select(id => (JsonNode)id)]),
            }));
        return claim;
    }

    private static IReadOnlyList<string> TakeFromOthers(LedgerDraft draft, ClaimPlan plan, string branch)
    {
        var displaced = draft.Others.Where(other => ClaimRules.IsDisplaced(other, plan.Pr.Url, branch)).OrderBy(other => other.CreatedAt).ToList();
        foreach (var other in displaced)
        {
            draft.Change(PrList.Displaced(other, plan.Pr.Url, draft.Now));
            draft.Record(new Happening(
                EventKinds.PrTakenOver, $"{plan.SessionId} took pull request #{plan.Pr.Number} over from {other.Id}", other.ProjectId, other.Id, Levels.Warn,
                new JsonObject { ["url"] = plan.Pr.Url, ["number"] = plan.Pr.Number, ["by"] = plan.SessionId }));
        }

        return [.. displaced.Select(other => other.Id)];
    }
}
