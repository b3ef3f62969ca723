using Athene.Contracts.Sessions;

namespace Athene.Cli.Api;

/// <summary>What <c>athene batch-spawn</c> answers.</summary>
/// <param name="Queued">Issues whose session begins when there is room for it.</param>
/// <param name="Skipped">Issues that somebody works on already, and those that were named twice.</param>
internal sealed record BatchSpawnDocument(
    IReadOnlyList<SessionDocument> Created, IReadOnlyList<UnspawnedIssue> Skipped, IReadOnlyList<UnspawnedIssue> Failed,
    IReadOnlyList<QueuedIssue> Queued);
