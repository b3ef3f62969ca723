namespace Athene.Lifecycle.Effects;

/// <summary>It could not be carried out now, and is tried again.</summary>
public sealed record EffectFailed(string Why) : Outcome
{
    public override string Words => $"failed: {Why}";
}
