using Athene.Contracts.PullRequests;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Workflows;

/// <summary>What a claim is going to do, settled while the session's worktree is still as it was.</summary>
public sealed record ClaimPlan(string OperationId, string ProjectId, string SessionId, PullRequestDetails Pr, BranchCheckout Checkout);
