namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>What a check run says of itself, in Markdown.</summary>
internal sealed record GitHubCheckOutput(string? Title, string? Summary, string? Text, int AnnotationsCount);
