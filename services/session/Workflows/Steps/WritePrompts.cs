using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Session.Projects;
using Athene.Session.Prompts;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>Writes what the agent is told: its place in the world, and its task (spec sessions.md §9).</summary>
public sealed class WritePrompts(StepRunner runner, ILedger ledger, IProjectCatalog projects, AtheneHome home) : Step<PromptRequest, object?>(runner)
{
    protected override string? SessionOf(PromptRequest input) => input.Ticket.SessionId;

    protected override async Task<object?> RunStepAsync(PromptRequest input, CancellationToken cancellationToken)
    {
        if (await ledger.FindSessionAsync(input.Ticket.SessionId, cancellationToken) is not { } session) return null;
        var project = await projects.GetAsync(input.Ticket.ProjectId, cancellationToken);
        var orchestrator = await ledger.FindSessionAsync(SessionNames.Orchestrator(project.SessionPrefix), cancellationToken);
        var files = PromptFiles.Of(home, session);
        Directory.CreateDirectory(files.Directory);
        var system = SystemPrompt.ForWorker(session.Id, input.Workspace.Branch, await FactsOfAsync(project, cancellationToken), session.Issue, orchestrator?.Id);
        await File.WriteAllTextAsync(files.System, system, cancellationToken);
        if (TaskPrompt.From(TaskOf(input.Plan)) is { } task) await File.WriteAllTextAsync(files.Task, task, cancellationToken);
        return null;
    }

    private static TaskFacts TaskOf(SpawnPlan plan) => new(
        plan.Prompt,
        plan.IssueId,
        plan.Issue is { } issue
            ? new OutsideText($"issue {issue.Id} of {issue.Provider}", issue.Author, issue.Title, issue.Body, issue.Url)
            : null);

    private static async Task<ProjectFacts> FactsOfAsync(ProjectConfiguration project, CancellationToken cancellationToken) => new(
        project.Id,
        project.Name,
        project.Repo,
        project.DefaultBranch,
        project.Tracker?.Plugin,
        project.AgentRules,
        await ReadRulesAsync(project, cancellationToken));

    private static async Task<string?> ReadRulesAsync(ProjectConfiguration project, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(project.AgentRulesFile)) return null;
        var file = Path.Combine(project.Path, project.AgentRulesFile);
        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null;
    }
}
