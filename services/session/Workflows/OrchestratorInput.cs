using Athene.Session.Records;

namespace Athene.Session.Workflows;

/// <summary>A demand for a project's orchestrator, under the operation that holds the project's lease for it.</summary>
public sealed record OrchestratorInput(string OperationId, string ProjectId, OrchestratorDemand Demand, string? Agent);
