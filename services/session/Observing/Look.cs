namespace Athene.Session.Observing;

/// <summary>What a look at the machine came to.</summary>
public enum Look
{
    /// <summary>The machine did not answer.</summary>
    Unanswered,

    /// <summary>Everything was as at the look before.</summary>
    Quiet,

    /// <summary>Something on the machine has changed.</summary>
    News,
}
