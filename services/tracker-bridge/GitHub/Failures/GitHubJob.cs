namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>A job of a workflow.</summary>
internal sealed record GitHubJob(IReadOnlyList<GitHubStep>? Steps)
{
    public string? FailedStep => Steps?.FirstOrDefault(step => step.Conclusion is "failure" or "timed_out" or "cancelled")?.Name;
}
