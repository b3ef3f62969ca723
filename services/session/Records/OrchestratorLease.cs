namespace Athene.Session.Records;

/// <summary>
/// The right to bring up a project's orchestrator, held by one operation at a time over all processes (W-S8). Whoever finds that its operation has
/// ended, or never began, may take it over (W-S9).
/// </summary>
/// <param name="Agent">The agent that was asked for; null for the configuration's.</param>
/// <param name="Holder">The process that took it.</param>
/// <param name="Plan">That the operation makes a new one, once that is decided; a repeated look finds it here.</param>
/// <param name="Waiting">Other processes that came while it was held.</param>
public sealed record OrchestratorLease(
    string OperationId,
    OrchestratorDemand Demand,
    string? Agent,
    string Holder,
    OrchestratorPlan? Plan = null,
    IReadOnlyList<string>? Waiting = null)
{
    /// <summary>Whether what this operation brings is also what another demand asks for.</summary>
    public bool Answers(OrchestratorDemand demand, string? agent) =>
        demand is OrchestratorDemand.Ensure || (Demand is OrchestratorDemand.Relaunch && Agent == agent);
}
