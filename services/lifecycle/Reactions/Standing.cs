namespace Athene.Lifecycle.Reactions;

/// <summary>Whether something that Athene reacts to is so.</summary>
public enum Standing
{
    /// <summary>It is so.</summary>
    Holds,

    /// <summary>It is over, as far as is known: an incident of it ends when it stays over.</summary>
    Over,

    /// <summary>It cannot be said at present: nothing begins, and nothing ends.</summary>
    Undecided,

    /// <summary>It can never be so again: an incident of it ends at once.</summary>
    Gone,
}
