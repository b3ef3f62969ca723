namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>What a check run says of a line.</summary>
internal sealed record GitHubCheckAnnotation(string Path, int StartLine, string? AnnotationLevel, string? Message);
