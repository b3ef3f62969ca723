namespace Athene.Lifecycle.Effects;

/// <summary>Writes what became of something into the history of the session, where people see it.</summary>
/// <param name="Kind">Of the event (spec lifecycle.md §19).</param>
/// <param name="Level">info, warn or error.</param>
public sealed record RecordOutcome(string Kind, string Level, string Summary) : Effect
{
    /// <summary>The effect that it is about; null: it is about none.</summary>
    public string? EffectId { get; init; }

    public override string Word => "outcome";
}
