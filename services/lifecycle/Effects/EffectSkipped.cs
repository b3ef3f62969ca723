namespace Athene.Lifecycle.Effects;

/// <summary>It is not carried out, and will not be.</summary>
public sealed record EffectSkipped(string Why) : Outcome
{
    public override string Words => $"skipped: {Why}";
}
