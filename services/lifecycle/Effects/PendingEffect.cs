namespace Athene.Lifecycle.Effects;

/// <summary>An effect that was decided and is not carried out yet.</summary>
/// <param name="Id">The same for the same effect, whatever happens to the process; ids of messages and notifications follow from it.</param>
/// <param name="Reaction">The key of the reaction that it belongs to; null: none.</param>
public sealed record PendingEffect(string Id, Effect Effect, string? Reaction = null)
{
    /// <summary>How often it was tried in vain.</summary>
    public int Failures { get; init; }

    /// <summary>When it is tried again; null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
