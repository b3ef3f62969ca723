namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>A run of a workflow.</summary>
/// <param name="Event">What it ran for, such as push.</param>
internal sealed record GraphWorkflowRun(string Event, GraphWorkflow Workflow);
