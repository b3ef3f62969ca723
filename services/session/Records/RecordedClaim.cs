namespace Athene.Session.Records;

/// <summary>A claim of a pull request that took effect.</summary>
/// <param name="Id">Names the claim; each has its own.</param>
/// <param name="TakenOverFrom">The sessions that lost the pull request by it.</param>
public sealed record RecordedClaim(string Id, string Url, IReadOnlyList<string> TakenOverFrom);
