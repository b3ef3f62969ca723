using Athene.Contracts.Errors;

namespace Athene.Session.Machine.Runtimes;

/// <summary>
/// The terminals of this machine, one a session, named by the session's id. They outlive the service: any process of the same
/// home finds them again. Errors are <see cref="AtheneException"/> with types of <see cref="ErrorTypes"/>.
/// </summary>
public interface IRuntime
{
    /// <summary>Starts the command in a terminal of its own. The same operation again finds what the first one started.</summary>
    Task<RuntimePane> CreateAsync(RuntimeRequest request, CancellationToken cancellationToken);

    /// <summary>Ends the terminal and every process that began in it. False when there was nothing left to end.</summary>
    Task<bool> DestroyAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>The session's terminal, with the agent running or ended; null when there is none.</summary>
    Task<RuntimePane?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>All terminals of this home, read at one instant, with one process at most.</summary>
    Task<RuntimeSnapshot> SnapshotAsync(CancellationToken cancellationToken);

    /// <summary>The last lines of one session's screen and scroll-back.</summary>
    Task<string> OutputAsync(string sessionId, int lines, CancellationToken cancellationToken);

    /// <summary>The last lines of many screens, by session id, with one process at most. What vanished meanwhile is left out.</summary>
    Task<IReadOnlyDictionary<string, string>> CaptureAsync(
        IReadOnlyCollection<RuntimePane> panes, int lines, CancellationToken cancellationToken);

    /// <summary>Pastes a text and presses Enter. Several senders to one session wait for each other.</summary>
    Task SendAsync(string sessionId, string text, CancellationToken cancellationToken);

    /// <summary>Waits until an agent or terminal ends or the first one starts, and at most a few seconds. May wake without a change.</summary>
    Task WaitForChangeAsync(CancellationToken cancellationToken);

    /// <summary>What a person runs to get the session's terminal.</summary>
    Task<AttachInfo> AttachAsync(string sessionId, CancellationToken cancellationToken);
}
