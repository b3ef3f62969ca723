using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Orchestrators;

/// <summary>Who may bring up a project's orchestrator: changes of the project's record, one transaction each.</summary>
public static class OrchestratorLeases
{
    /// <summary>Takes the lease when it is free.</summary>
    /// <param name="ended">An operation that is known to have ended: its lease counts as free.</param>
    /// <returns>The lease as it stands then: the wanted one, or the one that somebody else holds.</returns>
    public static OrchestratorLease Take(LedgerDraft draft, string projectId, OrchestratorLease wanted, string? ended)
    {
        var project = draft.Project ?? new ProjectRecord { Id = projectId };
        if (project.OrchestratorLease is not { } held || held.OperationId == ended)
        {
            draft.Project = project with { OrchestratorLease = wanted };
            return wanted;
        }

        if (held.Holder == wanted.Holder || held.Waiting?.Contains(wanted.Holder) is true) return held;
        draft.Project = project with { OrchestratorLease = held with { Waiting = [.. held.Waiting ?? [], wanted.Holder] } };
        draft.Record(new Happening(
            EventKinds.OrchestratorConflict, $"{wanted.Holder} waits for {held.Holder}, which is bringing up the orchestrator of {projectId}",
            projectId, Level: Levels.Warn,
            Data: new JsonObject { ["reason"] = "another process is bringing it up", ["operationId"] = held.OperationId }));
        return held;
    }

    /// <summary>Gives the lease back, if the operation still holds it.</summary>
    public static void Release(LedgerDraft draft, string operationId)
    {
        if (draft.Project is { OrchestratorLease: { } held } project && held.OperationId == operationId)
            draft.Project = project with { OrchestratorLease = null };
    }
}
