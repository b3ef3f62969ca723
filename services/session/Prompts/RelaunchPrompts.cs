using System.Text.Json.Nodes;
using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Messages;
using Athene.Session.Records;
using Athene.Session.Trackers;

namespace Athene.Session.Prompts;

/// <summary>Writes the prompts of a session again, and for an agent that starts afresh how far the work has got (W-S17).</summary>
public sealed class RelaunchPrompts(
    PromptWriter prompts, ILedger ledger, IIssueTracker tracker, IWorkspaces workspaces, MessageStore messages, AtheneHome home)
{
    private const int MessagesTold = 5;

    private const string OrchestratorTask = "Go on coordinating the sessions of this project. Look first at how they stand: `athene ls`.";

    public async Task WriteAsync(SessionRecord session, ProjectConfiguration project, CancellationToken cancellationToken)
    {
        await prompts.WriteSystemAsync(session, project, cancellationToken);
        var files = PromptFiles.Of(home, session);
        if (!File.Exists(files.Task))
            await prompts.WriteTaskAsync(session, TaskFacts.Of(session.Prompt, session.Issue, await IssueAsync(session, project, cancellationToken)), cancellationToken);
        if (session.Resumed) return;

        var task = File.Exists(files.Task) ? await File.ReadAllTextAsync(files.Task, cancellationToken) : null;
        var work = await workspaces.WorkInProgressAsync(session.WorkspacePath!, session.BaseCommit, cancellationToken);
        await prompts.WriteHandOverAsync(
            session,
            new HandOverFacts(
                session.Id,
                session.Branch!,
                task ?? (session.Kind is SessionKind.Orchestrator ? OrchestratorTask : null),
                work.Commits,
                work.ChangedFiles,
                session.RescueRef,
                await SentAsync(session.Id, cancellationToken)),
            cancellationToken);
    }

    // The issue's text went with the prompts of the session when it ended. Without it the agent is told to read the issue itself.
    private async Task<IssueDocument?> IssueAsync(SessionRecord session, ProjectConfiguration project, CancellationToken cancellationToken)
    {
        if (session.Issue is not { } issue) return null;
        try
        {
            return await tracker.FindAsync(project, issue, cancellationToken);
        }
        catch (AtheneException failure)
        {
            await ledger.RecordAsync(
                new Happening(
                    EventKinds.IssueFetchFailed, $"Issue {issue} could not be fetched: {failure.Message}", project.Id, session.Id, Levels.Warn,
                    new JsonObject { ["issue"] = issue, ["type"] = failure.Type, ["reason"] = failure.Message }),
                cancellationToken);
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> SentAsync(string sessionId, CancellationToken cancellationToken)
    {
        var log = await messages.ReadAsync(sessionId, cancellationToken);
        return [.. log.Messages
            .Where(message => message.State is MessageState.Submitted or MessageState.Accepted or MessageState.Unconfirmed)
            .TakeLast(MessagesTold)
            .Select(message => message.Text)];
    }
}
