using System.Text.RegularExpressions;
using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Takes what became of the lifecycle service's reactions into the history of the session, once each.</summary>
public sealed partial class OutcomeIntake(ILedger ledger)
{
    private const int Remembered = 100;

    public async Task AcceptAsync(string sessionId, OutcomeReport report, CancellationToken cancellationToken)
    {
        if (!Kind().IsMatch(report.Kind) || report.Level is not (Levels.Info or Levels.Warn or Levels.Error) || string.IsNullOrWhiteSpace(report.Id))
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"'{report.Kind}' ({report.Level}) is not an outcome.",
                "It has an id, a kind such as reaction.escalated, and a level: info, warn or error.", sessionId);
        }

        var known = await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
        await ledger.WriteAsync(known.ProjectId, sessionId, draft => Accept(draft, sessionId, report), cancellationToken);
    }

    private static bool Accept(LedgerDraft draft, string sessionId, OutcomeReport report)
    {
        var session = draft.Session ?? throw SessionErrors.NotFound(sessionId);
        if (session.Outcomes.Contains(report.Id)) return false;
        draft.Session = session with { Outcomes = [.. session.Outcomes.TakeLast(Remembered - 1), report.Id] };
        draft.Record(new Happening(report.Kind, report.Summary, session.ProjectId, sessionId, report.Level, report.Data));
        return true;
    }

    [GeneratedRegex(@"^[a-z][a-z_-]{0,40}\.[a-z][a-z_]{0,60}$")]
    private static partial Regex Kind();
}
