using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Workflows;

/// <summary>Asks for the prompts of a session to be written.</summary>
public sealed record PromptRequest(SpawnTicket Ticket, SpawnPlan Plan, CreatedWorkspace Workspace);
