namespace Athene.Contracts.Sessions;

/// <summary>What a cleanup did, or with a dry run would do. Sessions that had ended before are in neither list.</summary>
/// <param name="Killed">They were ended; work that they had not saved is kept, as with any kill.</param>
/// <param name="Skipped">They go on.</param>
/// <param name="Errors">They should have been ended and could not.</param>
public sealed record CleanupResult(IReadOnlyList<string> Killed, IReadOnlyList<string> Skipped, IReadOnlyList<CleanupFailure> Errors);
