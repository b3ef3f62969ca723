using Athene.Contracts.Sessions;

namespace Athene.Session.Records;

/// <summary>A claim of a pull request that took effect.</summary>
/// <param name="OperationId">Names the claim; each has its own.</param>
/// <param name="TakenOverFrom">The sessions that lost the pull request by it.</param>
public sealed record RecordedClaim(string OperationId, PullRequestDocument Pr, IReadOnlyList<string> TakenOverFrom);
