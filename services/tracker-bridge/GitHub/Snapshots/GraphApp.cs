namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Who makes a check.</summary>
internal sealed record GraphApp(string Slug);
