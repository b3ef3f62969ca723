using Athene.Configuration.Projects;

namespace Athene.Session.Machine.Runtimes;

/// <summary>One session's terminal as it was at one instant.</summary>
/// <param name="PaneId">The runtime's own name of it, good while the terminal lives.</param>
/// <param name="ProcessId">The agent's process (or what it was).</param>
/// <param name="Exited">True when the agent has ended; its last screen is still there.</param>
/// <param name="ExitStatus">Its exit code, when it ended by itself.</param>
/// <param name="ExitSignal">The signal that ended it, when one did.</param>
/// <param name="CurrentCommand">The program in the foreground.</param>
/// <param name="LastActivity">When the screen last changed, to the second.</param>
public sealed record RuntimePane(
    string SessionId,
    string PaneId,
    int ProcessId,
    bool Exited,
    int? ExitStatus,
    int? ExitSignal,
    string CurrentCommand,
    DateTimeOffset LastActivity,
    string OperationId)
{
    /// <summary>Which make of terminal it is.</summary>
    public string Runtime { get; init; } = RuntimeNames.Tmux;

    /// <summary>True once it is known how the agent ended; its terminal closes a moment before.</summary>
    public bool HasResult => ExitStatus is not null || ExitSignal is not null;
}
