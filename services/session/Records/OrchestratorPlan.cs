namespace Athene.Session.Records;

/// <summary>What is done to meet a demand for an orchestrator.</summary>
/// <param name="SessionId">The orchestrator's id, whether or not it exists yet.</param>
/// <param name="RestoreNumber">Which restore of it this would be.</param>
public sealed record OrchestratorPlan(OrchestratorAction Action, string SessionId, int RestoreNumber = 1);
