using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Contracts.Sessions;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Prompts;

/// <summary>Writes what the agent of a session is told: its place in the world, and its task (spec sessions.md §9).</summary>
public sealed class PromptWriter(ILedger ledger, AtheneConfiguration configuration, AtheneHome home)
{
    public async Task WriteSystemAsync(SessionRecord session, ProjectConfiguration project, CancellationToken cancellationToken)
    {
        var facts = await FactsOfAsync(project, cancellationToken);
        var system = session.Kind is SessionKind.Orchestrator
            ? OrchestratorPrompt.Render(new OrchestratorFacts(
                session.Id, project.SessionPrefix, project.Path, facts, OrchestratorReactions.Of(configuration, project), project.OrchestratorRules))
            : await ForWorkerAsync(session, project, facts, cancellationToken);
        await WriteAsync(FilesOf(session).System, system, cancellationToken);
    }

    /// <summary>Writes the task; nothing when the session has none.</summary>
    public async Task WriteTaskAsync(SessionRecord session, TaskFacts task, CancellationToken cancellationToken)
    {
        if (TaskPrompt.From(task) is { } text) await WriteAsync(FilesOf(session).Task, text, cancellationToken);
    }

    public Task WriteHandOverAsync(SessionRecord session, HandOverFacts facts, CancellationToken cancellationToken) =>
        WriteAsync(FilesOf(session).HandOver, HandOver.From(facts), cancellationToken);

    private async Task<string> ForWorkerAsync(
        SessionRecord session, ProjectConfiguration project, ProjectFacts facts, CancellationToken cancellationToken)
    {
        var orchestrator = await ledger.FindSessionAsync(SessionNames.Orchestrator(project.SessionPrefix), cancellationToken);
        return SystemPrompt.ForWorker(session.Id, session.Branch!, facts, session.Issue, orchestrator?.Id);
    }

    private PromptFiles FilesOf(SessionRecord session) => PromptFiles.Of(home, session);

    private static Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllTextAsync(file, text, cancellationToken);
    }

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
