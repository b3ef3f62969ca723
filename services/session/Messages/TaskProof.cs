using Athene.Configuration;
using Athene.Contracts.Lifecycle;
using Athene.Session.History;
using Athene.Session.Observing;
using Athene.Session.Prompts;
using Athene.Session.Records;

namespace Athene.Session.Messages;

/// <summary>Records when an agent is seen to have taken the task that it was started with: that it runs does not mean that it works (users-ask.md P4).</summary>
public sealed class TaskProof(LiveSessions live, ILedger ledger, AtheneHome home)
{
    public async Task TakeAsync(string sessionId, PromptSighting prompt, CancellationToken cancellationToken)
    {
        var session = (await live.ReadAsync(cancellationToken)).FirstOrDefault(session => session.Id == sessionId);
        if (session is not { TaskAcceptedAt: null }) return;
        if (await TaskOfAsync(session, cancellationToken) is { } task && PromptMatch.Shows(prompt.Text, task))
            await RecordAsync(session, prompt, cancellationToken);
    }

    private async Task<string?> TaskOfAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var file = PromptFiles.Of(home, session).Task;
        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null;
    }

    private Task<bool> RecordAsync(SessionRecord session, PromptSighting prompt, CancellationToken cancellationToken) => ledger.WriteAsync(
        session.ProjectId,
        session.Id,
        draft =>
        {
            if (draft.Session is not { TaskAcceptedAt: null } current) return false;
            draft.Session = current with { TaskAcceptedAt = prompt.At };
            draft.Record(new Happening(
                EventKinds.Observed, $"{session.Id} has taken its task", session.ProjectId, session.Id,
                Data: new()
                {
                    ["activity"] = Words.Of(current.Activity ?? Activity.Active),
                    ["source"] = Words.Of(prompt.Source),
                    ["at"] = prompt.At,
                    ["taskAccepted"] = true,
                }));
            return true;
        },
        cancellationToken);
}
