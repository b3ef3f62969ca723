using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>What a spawn that waits hears when its wait is over.</summary>
/// <param name="Problem">Why it must not begin; null when it may.</param>
public sealed record SpawnTurn(ProblemDocument? Problem = null)
{
    public const string EventName = "turn";
}
