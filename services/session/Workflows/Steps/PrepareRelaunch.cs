using System.Text.Json.Nodes;
using Athene.Configuration.Agents;
using Athene.Session.Agents;
using Athene.Session.History;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Projects;
using Athene.Session.Prompts;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>
/// Makes everything ready for a new run of a session's agent, and tries all of it that can be tried without ending the old one: the choice
/// between its own conversation and a fresh start, prompts, hooks, the whole command.
/// </summary>
public sealed class PrepareRelaunch(
    StepRunner runner, ILedger ledger, IProjectCatalog projects, Resumption resumption, RelaunchPrompts prompts, AgentLaunch launch, IRuntime runtime)
    : Step<RestoreInput, PreparedLaunch>(runner)
{
    protected override string? SessionOf(RestoreInput input) => input.SessionId;

    protected override async Task<PreparedLaunch> RunStepAsync(RestoreInput input, CancellationToken cancellationToken)
    {
        var before = await ledger.GetSessionAsync(input.SessionId, cancellationToken);
        var choice = await resumption.ChooseAsync(before, cancellationToken);
        var session = await ledger.WriteAsync(before.ProjectId, before.Id, draft => Keep(draft, input, choice), cancellationToken);
        var project = await projects.GetAsync(session.ProjectId, cancellationToken);
        await prompts.WriteAsync(session, project, cancellationToken);

        // What would make the start fail must show now, while the old terminal is still there.
        LauncherScript.Render(await launch.PrepareAsync(session, project, cancellationToken));
        await runtime.FindAsync(session.Id, cancellationToken);
        return new PreparedLaunch(PromptIsMessage: !session.Resumed && choice.Profile.Prompt is PromptDelivery.Message);
    }

    private static SessionRecord Keep(LedgerDraft draft, RestoreInput input, ResumeChoice choice)
    {
        var session = draft.Session!;
        if (session.LaunchId == input.OperationId) return session;
        if (choice.FallbackReason is { } reason)
        {
            draft.Record(new Happening(
                EventKinds.RestoreFallback, $"{session.Id} starts afresh: {reason}", session.ProjectId, session.Id, Levels.Warn,
                new JsonObject { ["agent"] = session.Agent, ["reason"] = reason, ["operationId"] = input.OperationId }));
        }

        return draft.Session = Relaunch.Prepared(session, input.OperationId, choice);
    }
}
