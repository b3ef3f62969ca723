using Athene.Configuration;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Removes the session's prompts and launcher.</summary>
public sealed class RemovePrompts(StepRunner runner, ILedger ledger, AtheneHome home) : TicketStep(runner, ledger)
{
    protected override Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var directory = home.PromptsDirectory(session.ProjectId, session.Id);
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        return Task.CompletedTask;
    }
}
