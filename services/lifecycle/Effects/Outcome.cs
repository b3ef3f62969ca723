namespace Athene.Lifecycle.Effects;

/// <summary>What became of an effect.</summary>
public abstract record Outcome
{
    public static Outcome Done { get; } = new EffectDone();
}

