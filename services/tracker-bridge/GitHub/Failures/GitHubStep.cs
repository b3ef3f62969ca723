namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>A step of a job.</summary>
internal sealed record GitHubStep(string Name, string? Conclusion);
