namespace Athene.Lifecycle.Effects;

/// <summary>It was carried out.</summary>
/// <param name="Detail">What came of it, where that is not plain.</param>
/// <param name="Then">What follows from its success.</param>
public sealed record EffectDone(string? Detail = null, Effect? Then = null) : Outcome
{
    public override string Words => Detail is null ? "done" : $"done: {Detail}";
}
