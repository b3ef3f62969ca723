using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Effects;

/// <inheritdoc cref="ICarrier"/>
public abstract class Carrier<TEffect> : ICarrier
    where TEffect : Effect
{
    public Type Carries => typeof(TEffect);

    public Task<Outcome> CarryOutAsync(PendingEffect pending, SupervisionState state, CancellationToken cancellationToken) =>
        CarryOutAsync((TEffect)pending.Effect, pending, state, cancellationToken);

    /// <inheritdoc cref="ICarrier.CarryOutAsync"/>
    protected abstract Task<Outcome> CarryOutAsync(TEffect effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken);
}
