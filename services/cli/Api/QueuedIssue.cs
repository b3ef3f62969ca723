namespace Athene.Cli.Api;

/// <summary>An issue whose session begins when there is room for it.</summary>
internal sealed record QueuedIssue(string Issue, string OperationId);
