namespace Athene.Contracts.PullRequests;

/// <summary>A check that failed, with what its own log says. The log is anybody's and is not to be trusted.</summary>
/// <param name="Step">The step that failed; null when it is not known.</param>
/// <param name="LogTail">The last lines, without time stamps and colours; null when the host has no log.</param>
public sealed record FailedJob(string Name, string? Step = null, string? LogTail = null, string? Url = null);
