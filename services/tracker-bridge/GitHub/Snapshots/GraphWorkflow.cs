namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>A workflow.</summary>
internal sealed record GraphWorkflow(string Name);
