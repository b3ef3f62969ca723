using Athene.Contracts.Lifecycle;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Orchestrators;

/// <summary>Decides how a demand for an orchestrator is met (spec sessions.md §13). Pure.</summary>
public static class OrchestratorPolicy
{
    /// <summary>A fresh one takes the place of any old one.</summary>
    public const string Delete = "delete";

    /// <summary>One that runs is left alone; one that ended is not brought back, a fresh one takes its place. (The reference kills it in both cases.)</summary>
    public const string Ignore = "ignore";

    /// <param name="session">The orchestrator's record; null when there is none.</param>
    /// <param name="strategy">The project's <c>orchestratorSessionStrategy</c>; any word but the two here means reuse.</param>
    /// <exception cref="Contracts.Errors.AtheneException">It has finished, and the strategy is to restore.</exception>
    public static OrchestratorAction Decide(SessionRecord? session, OrchestratorDemand demand, string strategy)
    {
        if (session is null) return OrchestratorAction.Spawn;
        if (session.HeldBy is not null) return OrchestratorAction.Wait;
        if (demand is OrchestratorDemand.Relaunch || strategy == Delete || NeverBegan(session)) return OrchestratorAction.Replace;
        if (Restorability.RefusalOf(session) is not null) return OrchestratorAction.Keep;
        if (strategy == Ignore) return OrchestratorAction.Replace;
        return session.Lifecycle.Session.State is SessionState.Done
            ? throw OrchestratorErrors.Done(session.Id)
            : OrchestratorAction.Restore;
    }

    // The spawn that reserved it is gone without having undone it.
    private static bool NeverBegan(SessionRecord session) => session is { Runtime: null, Retired: false };
}
