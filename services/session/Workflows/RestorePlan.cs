using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Workflows;

/// <summary>What a restore found when it began.</summary>
/// <param name="Workspace">What lies where the session's worktree was.</param>
/// <param name="HasPostCreate">The project has rules for new worktrees.</param>
public sealed record RestorePlan(SpawnTicket Ticket, WorkspaceState Workspace, bool HasPostCreate);
