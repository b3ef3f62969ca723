using System.Text.Json.Nodes;
using Athene.Configuration;
using Athene.Contracts.Budgets;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Spending;

/// <summary>
/// Books what agents say they have used. They count from the beginning of a conversation, so the difference to the last total is what is new; it counts for
/// the day on which it is heard of. For use in changes of the ledger.
/// </summary>
public sealed class Bookkeeping(AtheneConfiguration configuration)
{
    public void Book(LedgerDraft draft, AgentInfoDocument info)
    {
        // Without its id, a conversation would be counted again once that is known.
        if (draft.Session is not { } session || info.NativeSessionId is not { } conversation || TotalOf(info) is not { } total) return;
        var (spent, more) = (session.Spent ?? SessionSpending.Nothing).With(conversation, total);
        if (more == default) return;
        draft.Session = session with { Spent = spent };
        draft.Day = draft.Day.With(session.ProjectId, more);
        var uses = BudgetUse.Of(configuration.BudgetsOf(session.ProjectId), draft.Session, draft.Day);
        foreach (var finding in BudgetRules.News(uses, [.. draft.Day.Told, .. spent.Told])) Tell(draft, finding, draft.Session);
    }

    private static Amount? TotalOf(AgentInfoDocument info) => info is { Tokens: null, CostUsd: null }
        ? null
        : new Amount(info.Tokens is { } tokens ? tokens.Input + tokens.CacheWrite + tokens.Output : 0, info.CostUsd ?? 0);

    private static void Tell(LedgerDraft draft, BudgetFinding finding, SessionRecord session)
    {
        var use = finding.Use;
        Remember(draft, finding, session);
        draft.Record(new Happening(
            finding.IsSpent ? EventKinds.BudgetSpent : EventKinds.BudgetWarned,
            $"The budget of {BudgetRules.NameOf(use)} is {(finding.IsSpent ? "spent" : $"used to {use.Percent} %")}: {use.InWords}",
            session.ProjectId,
            use.Scope is BudgetScope.Session ? session.Id : null,
            Levels.Warn,
            new JsonObject
            {
                ["scope"] = Words.Of(use.Scope), ["name"] = use.Name, ["percent"] = use.Percent, ["action"] = Words.Of(use.Budget.Action),
            }));
    }

    // What a session has spent as a whole is no matter of one day.
    private static void Remember(LedgerDraft draft, BudgetFinding finding, SessionRecord session)
    {
        if (finding.Use.Scope is BudgetScope.Session && session.Spent is { } spent)
            draft.Session = session with { Spent = spent with { Told = [.. spent.Told, finding.Mark] } };
        else
            draft.Day = draft.Day with { Told = [.. draft.Day.Told, finding.Mark] };
    }
}
