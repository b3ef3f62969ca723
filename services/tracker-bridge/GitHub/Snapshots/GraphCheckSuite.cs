namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>What a check run belongs to.</summary>
/// <param name="WorkflowRun">Null for checks of other apps than the workflows.</param>
internal sealed record GraphCheckSuite(GraphWorkflowRun? WorkflowRun, GraphApp? App);
