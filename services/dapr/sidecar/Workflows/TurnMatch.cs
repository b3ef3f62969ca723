namespace Athene.Sidecar.Workflows;

/// <summary>Whether an answer is to the turn that an instance has now.</summary>
internal enum TurnMatch
{
    /// <summary>It is.</summary>
    Answer,

    /// <summary>It is to an earlier turn.</summary>
    Stray,

    /// <summary>It carries no token, and may be to an earlier turn: the turn is sent once more to be sure, which harms nobody.</summary>
    Doubtful,
}
