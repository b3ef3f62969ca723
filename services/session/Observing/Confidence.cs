namespace Athene.Session.Observing;

/// <summary>How far a piece of evidence can be trusted.</summary>
public enum Confidence
{
    /// <summary>A guess from silence, or nobody could look.</summary>
    Low,

    /// <summary>Read off a screen that is made for people.</summary>
    Medium,

    /// <summary>Said by the agent or the operating system.</summary>
    High,
}
