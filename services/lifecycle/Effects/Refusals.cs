using Athene.Contracts.Errors;

namespace Athene.Lifecycle.Effects;

/// <summary>Whether something that was refused is worth another try. Pure.</summary>
internal static class Refusals
{
    /// <summary>What is in the way for a moment only is tried so often (for a quarter of an hour) before a person hears of it.</summary>
    private const int MostTries = 10;

    /// <param name="failures">How often it was tried in vain before.</param>
    public static Outcome OutcomeOf(AtheneException refusal, int failures)
    {
        var why = refusal.Hint is { } hint ? $"{refusal.Message} {hint}" : refusal.Message;
        return IsPassing(refusal.Problem.Status) || (IsInTheWay(refusal) && failures < MostTries) ? new EffectFailed(why) : new EffectRefused(why);
    }

    private static bool IsPassing(int status) =>
        status is StatusCodes.Status408RequestTimeout or StatusCodes.Status423Locked or StatusCodes.Status429TooManyRequests or >= 500;

    // A base that has just moved, a session that is just being changed: not so in a while.
    private static bool IsInTheWay(AtheneException refusal) =>
        refusal.Type is ErrorTypes.SessionBusy or ErrorTypes.PullRequestNotMergeable
        || refusal is { Type: ErrorTypes.PullRequestFetchFailed, Problem.Status: StatusCodes.Status409Conflict };
}
