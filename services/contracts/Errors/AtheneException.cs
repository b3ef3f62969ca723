namespace Athene.Contracts.Errors;

/// <summary>
/// An operation was refused or failed for a reason that has a name. It crosses a service border as Problem Details with the same type.
/// </summary>
public sealed class AtheneException : Exception
{
    /// <param name="type">One of <see cref="ErrorTypes"/>.</param>
    /// <param name="status">The HTTP status that fits.</param>
    /// <param name="message">What happened, and to what.</param>
    /// <param name="hint">What to do about it.</param>
    /// <param name="sessionId">The session concerned, if it is not the one asked for.</param>
    public AtheneException(
        string type, int status, string message, string? hint = null, string? sessionId = null, Exception? innerException = null)
        : base(message, innerException) =>
        Problem = new ProblemDocument(type, message, status, Hint: hint, SessionId: sessionId);

    /// <summary>Rebuilds what another service answered.</summary>
    public AtheneException(ProblemDocument problem) : base(problem.Title) => Problem = problem;

    public ProblemDocument Problem { get; }

    public string Type => Problem.Type;

    public string? Hint => Problem.Hint;
}
