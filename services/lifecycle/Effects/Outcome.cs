namespace Athene.Lifecycle.Effects;

/// <summary>What became of an effect.</summary>
public abstract record Outcome
{
    /// <summary>For people, in a few words.</summary>
    public abstract string Words { get; }

    public static Outcome Done { get; } = new EffectDone();
}

