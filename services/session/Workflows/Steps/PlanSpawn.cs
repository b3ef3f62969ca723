using System.Text.Json.Nodes;
using Athene.Configuration;
using Athene.Configuration.Agents;
using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Contracts.Sessions;
using Athene.Session.Agents;
using Athene.Session.History;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Projects;
using Athene.Session.Prompts;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Trackers;

namespace Athene.Session.Workflows.Steps;

/// <summary>Settles what a spawn is going to do: the agent, the issue, the numbers that are taken elsewhere. Makes nothing.</summary>
public sealed class PlanSpawn(
    StepRunner runner,
    ILedger ledger,
    IProjectCatalog projects,
    SpawnRules rules,
    AgentChooser agents,
    IIssueTracker tracker,
    IWorkspaces workspaces,
    AdoptableWorkspaces adoptable,
    AtheneConfiguration configuration) : Step<SpawnInput, SpawnPlan>(runner)
{
    protected override string? SessionOf(SpawnInput input) => null;

    protected override async Task<SpawnPlan> RunStepAsync(SpawnInput input, CancellationToken cancellationToken)
    {
        var project = await projects.GetAsync(input.ProjectId, cancellationToken);
        rules.Check(project, input.Request, input.Kind);
        return input.Kind is SessionKind.Orchestrator
            ? await PlanOrchestratorAsync(project, input.Request, cancellationToken)
            : await PlanWorkerAsync(project, input.Request, cancellationToken);
    }

    private async Task<SpawnPlan> PlanWorkerAsync(ProjectConfiguration project, SpawnRequest request, CancellationToken cancellationToken)
    {
        var (selection, profile) = agents.Choose(project, request);
        var issueId = string.IsNullOrWhiteSpace(request.Issue) ? null : request.Issue.Trim();
        var issue = issueId is null ? null : await FindIssueAsync(project, issueId, cancellationToken);
        var remote = await workspaces.RemoteSessionNumbersAsync(project.Path, project.SessionPrefix, cancellationToken);
        var hasTask = !string.IsNullOrWhiteSpace(request.Prompt) || issueId is not null;
        return new SpawnPlan(
            project.Path,
            project.SessionPrefix,
            selection.Agent,
            selection.Model,
            selection.Permissions,
            selection.Subagent,
            issueId,
            issue,
            string.IsNullOrWhiteSpace(request.Prompt) ? null : request.Prompt,
            string.IsNullOrEmpty(request.Branch) ? null : request.Branch,
            ConversationOf(profile),
            HasPostCreate(project),
            PromptIsMessage: hasTask && profile.Prompt is PromptDelivery.Message,
            remote.DefaultIfEmpty(0).Max(),
            DisplayName: DisplayName.From(issue?.Title, request.Prompt))
        {
            Machine = MachineChoice.For(configuration.Defaults, project),
            DeletesEarlierConversations =
                issueId is not null && profile.NativeSession.Delete is not null && project.OpencodeIssueSessionStrategy == "delete",
        };
    }

    private async Task<SpawnPlan> PlanOrchestratorAsync(ProjectConfiguration project, SpawnRequest request, CancellationToken cancellationToken)
    {
        var (selection, profile) = agents.Choose(project, request, SessionKind.Orchestrator);
        var machine = MachineChoice.For(configuration.Defaults, project);
        var existing = machine.Workspace == WorkspaceNames.Worktree
            ? await adoptable.FindAsync(project, BranchName.ForOrchestrator(project.SessionPrefix), cancellationToken)
            : null;
        return new SpawnPlan(
            project.Path,
            project.SessionPrefix,
            selection.Agent,
            selection.Model,
            selection.Permissions,
            selection.Subagent,
            IssueId: null,
            Issue: null,
            // It has no task; an agent that is typed to must be told to begin.
            Prompt: profile.Prompt is PromptDelivery.Message ? OrchestratorPrompt.Begin : null,
            Branch: null,
            ConversationOf(profile),
            HasPostCreate: existing is null && HasPostCreate(project),
            PromptIsMessage: profile.Prompt is PromptDelivery.Message,
            HighestRemoteNumber: 0,
            SessionKind.Orchestrator,
            OrchestratorPrompt.Title(project.Name),
            existing)
        {
            Machine = machine,
        };
    }

    private static string? ConversationOf(AgentProfile profile) =>
        profile.NativeSession.Id is NativeSessionId.Chosen ? Guid.NewGuid().ToString() : null;

    private static bool HasPostCreate(ProjectConfiguration project) => project.Symlinks.Count > 0 || project.PostCreate.Count > 0;

    // An issue that the tracker does not know is free text that names the task (spec sessions.md §12, acceptance case 6).
    private async Task<IssueDocument?> FindIssueAsync(ProjectConfiguration project, string issueId, CancellationToken cancellationToken)
    {
        try
        {
            return await tracker.FindAsync(project, issueId, cancellationToken);
        }
        catch (AtheneException failure)
        {
            await ledger.RecordAsync(
                new Happening(
                    EventKinds.IssueFetchFailed, $"Issue {issueId} could not be fetched: {failure.Message}", project.Id, Level: Levels.Error,
                    Data: new JsonObject { ["issue"] = issueId, ["type"] = failure.Type, ["reason"] = failure.Message }),
                cancellationToken);
            throw;
        }
    }
}
