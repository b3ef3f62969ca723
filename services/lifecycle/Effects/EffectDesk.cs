using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Effects;

/// <summary>Carries effects out, for all sessions, a few at a time (W-L20).</summary>
public sealed partial class EffectDesk(IEnumerable<ICarrier> carriers, ILogger<EffectDesk> logger) : IDisposable
{
    private const int AtOnce = 16;

    private readonly Dictionary<Type, ICarrier> carriers = carriers.ToDictionary(carrier => carrier.Carries);
    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);

    /// <summary>Never throws for what went wrong with the effect: that is its outcome.</summary>
    public async Task<Outcome> CarryOutAsync(PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var outcome = await carriers[pending.Effect.GetType()].CarryOutAsync(pending, state, cancellationToken);
            LogCarriedOut(state.SessionId, pending.Id, outcome.Words);
            return outcome;
        }
        catch (AtheneException refusal)
        {
            LogRefused(refusal, state.SessionId, pending.Id);
            return Refusals.OutcomeOf(refusal, pending.Failures);
        }
        catch (Exception failure) when (failure is DaprException or HttpRequestException or JsonException or TaskCanceledException { InnerException: TimeoutException })
        {
            LogRefused(failure, state.SessionId, pending.Id);
            return new EffectFailed(failure.Message);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
