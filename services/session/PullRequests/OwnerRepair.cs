using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.PullRequests;

/// <summary>Leaves every pull request with one owner, where records of before say otherwise (acceptance case 40).</summary>
public sealed class OwnerRepair(ILedger ledger, TimeProvider time)
{
    /// <summary>The same sessions, repaired where needed; costs nothing when there is nothing to repair.</summary>
    public async Task<IReadOnlyList<SessionRecord>> RepairAsync(IReadOnlyList<SessionRecord> sessions, CancellationToken cancellationToken)
    {
        var projects = DuplicateOwners.Repair(sessions, time.GetUtcNow()).Select(session => session.ProjectId).Distinct().ToList();
        if (projects.Count == 0) return sessions;
        foreach (var project in projects) await ledger.WriteWithOthersAsync(project, null, Repair, cancellationToken);
        return await ledger.ListSessionsAsync([.. sessions.Select(session => session.Id)], cancellationToken);
    }

    private static int Repair(LedgerDraft draft)
    {
        var repaired = DuplicateOwners.Repair(draft.Others, draft.Now);
        foreach (var session in repaired)
        {
            draft.Change(session);
            draft.Record(new Happening(
                EventKinds.PrOwnerRepaired, $"{session.Id} gave up a pull request that another session has too", session.ProjectId, session.Id, Levels.Warn,
                new JsonObject { ["kept"] = new JsonArray([.. session.Prs.Select(pr => (JsonNode)pr.Url)]) }));
        }

        return repaired.Count;
    }
}
