namespace Athene.Lifecycle.Effects;

/// <summary>Somebody would not have it: it is not tried again as it is, and a person hears of it.</summary>
public sealed record EffectRefused(string Why) : Outcome
{
    public override string Words => $"failed: {Why}";
}
