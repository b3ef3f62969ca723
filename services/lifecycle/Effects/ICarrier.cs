using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Effects;

/// <summary>Carries out one kind of effect.</summary>
public interface ICarrier
{
    /// <summary>The kind.</summary>
    Type Carries { get; }

    /// <summary>Carries it out, or says why not; doing so again does no more than once.</summary>
    /// <param name="state">What is known by now: what has become pointless is skipped.</param>
    /// <exception cref="Contracts.Errors.AtheneException">Somebody refused it, or could not be reached.</exception>
    Task<Outcome> CarryOutAsync(PendingEffect pending, SupervisionState state, CancellationToken cancellationToken);
}
