using System.Globalization;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Decisions;

/// <summary>One decision being made: the state as far as it has got, and what it is made from. Immutable.</summary>
/// <param name="State">What is known, what is under way, and what is still to be carried out.</param>
/// <param name="Before">What was known before the signal.</param>
public sealed record Turn(SupervisionState State, SupervisionState Before, DateTimeOffset Now, Policy Policy)
{
    /// <summary>
    /// With one more thing to be carried out. Its id is its number in the life of the session, so that whatever becomes of the process, the same
    /// effect has the same id.
    /// </summary>
    /// <param name="reaction">The key of the reaction that it belongs to: what becomes of it is then told in the session's history.</param>
    public Turn With(Effect effect, string? reaction = null)
    {
        var number = State.LastEffect + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{State.SessionId}-{reaction ?? effect.Word}-{number}");
        return this with { State = State with { LastEffect = number, Outbox = State.Outbox.Add(new PendingEffect(id, effect, reaction)) } };
    }

    /// <summary>With what follows, when there is something.</summary>
    public Turn With(IEnumerable<Effect> effects, string? reaction = null) =>
        effects.Aggregate(this, (turn, effect) => turn.With(effect, reaction));
}
