namespace Athene.Session.Machine;

/// <summary>
/// Something on this computer (git, tmux, a file) stands in the way. The message says what happened, to what, and what to do;
/// <see cref="Kind"/> is the last part of the problem type that a client sees, and stays the same for ever.
/// </summary>
public abstract class MachineException(string kind, string what, string hint, Exception? innerException = null)
    : Exception($"{what} {hint}", innerException)
{
    public string Kind { get; } = kind;

    /// <summary>What happened, without the advice.</summary>
    public string What { get; } = what;

    /// <summary>What the person can do about it.</summary>
    public string Hint { get; } = hint;
}
