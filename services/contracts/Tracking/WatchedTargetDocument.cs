namespace Athene.Contracts.Tracking;

/// <summary>A pull request, or a branch that may come to have one.</summary>
/// <param name="Number">Null: there is none yet.</param>
/// <param name="ReadAt">When the host last told.</param>
/// <param name="ChangedAt">When what it told was last different.</param>
/// <param name="DueAt">When it is read again without any hint; null: never.</param>
/// <param name="Problem">Why the host does not tell.</param>
public sealed record WatchedTargetDocument(
    string Repo, int? Number, string? Branch, long? Revision, DateTimeOffset? ReadAt, DateTimeOffset? ChangedAt, DateTimeOffset? DueAt, string? Problem);
