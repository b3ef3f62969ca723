using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Workflows;

/// <summary>A claim whose branch is checked out.</summary>
public sealed record ClaimToRecord(ClaimPlan Plan, CheckedOutBranch Branch);
