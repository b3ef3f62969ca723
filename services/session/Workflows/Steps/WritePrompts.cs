using Athene.Session.Projects;
using Athene.Session.Prompts;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Writes what the agent is told (spec sessions.md §9).</summary>
public sealed class WritePrompts(StepRunner runner, ILedger ledger, IProjectCatalog projects, PromptWriter prompts) : Step<PromptRequest, object?>(runner)
{
    protected override string? SessionOf(PromptRequest input) => input.Ticket.SessionId;

    protected override async Task<object?> RunStepAsync(PromptRequest input, CancellationToken cancellationToken)
    {
        if (await ledger.FindSessionAsync(input.Ticket.SessionId, cancellationToken) is not { } session) return null;
        var project = await projects.GetAsync(input.Ticket.ProjectId, cancellationToken);
        await prompts.WriteSystemAsync(session, project, cancellationToken);
        await prompts.WriteTaskAsync(session, TaskFacts.Of(input.Plan.Prompt, input.Plan.IssueId, input.Plan.Issue), cancellationToken);
        return null;
    }
}
