using Athene.Contracts.Errors;

namespace Athene.Lifecycle.Effects;

/// <summary>Whether something that was refused is worth another try. Pure.</summary>
internal static class Refusals
{
    public static Outcome OutcomeOf(AtheneException refusal)
    {
        var why = refusal.Hint is { } hint ? $"{refusal.Message} {hint}" : refusal.Message;
        return IsPassing(refusal.Problem.Status) ? new EffectFailed(why) : new EffectRefused(why);
    }

    private static bool IsPassing(int status) =>
        status is StatusCodes.Status408RequestTimeout or StatusCodes.Status423Locked or StatusCodes.Status429TooManyRequests or >= 500;
}
