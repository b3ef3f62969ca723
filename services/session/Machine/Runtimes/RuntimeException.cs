namespace Athene.Session.Machine.Runtimes;

/// <summary>A terminal could not be started, written to or ended.</summary>
public sealed class RuntimeException(string kind, string what, string hint, Exception? innerException = null)
    : MachineException(kind, what, hint, innerException)
{
    public static RuntimeException TmuxMissing(Exception error) => new(
        "tmux-missing",
        "tmux was not found on this machine.",
        "Install it ('sudo apt install tmux', 'sudo dnf install tmux' or 'brew install tmux') and try again.",
        error);

    public static RuntimeException TmuxFailed(string doing, string said) => new(
        "tmux-failed", $"tmux could not {doing}: {said.Trim()}", "Run 'athene doctor' to see whether tmux works here.");

    public static RuntimeException NameInUse(string sessionId) => new(
        "runtime-in-use",
        $"There is already a terminal named '{sessionId}', started by another operation.",
        $"Kill session '{sessionId}' first.");

    public static RuntimeException NotFound(string sessionId) => new(
        "runtime-not-found", $"Session '{sessionId}' has no terminal.", "Restore the session first.");

    public static RuntimeException AgentEnded(string sessionId) => new(
        "agent-exited", $"The agent of session '{sessionId}' has ended.", "Restore the session first.");

    public static RuntimeException ArgumentTooLong(int position, int bytes, int limit) => new(
        "argument-too-long",
        $"Argument {position} of the agent's command has {bytes} bytes; the system takes less than {limit}.",
        "Shorten the prompt, or use an agent profile with 'prompt: message'.");

    public static RuntimeException InvalidValue(string what) => new(
        "launch-invalid", $"{what} cannot be handed to a process.", "Correct it in the prompt, the agent profile or the project's 'env'.");

    public static RuntimeException Survivors(string sessionId, IEnumerable<int> processes) => new(
        "processes-survived",
        $"Processes of session '{sessionId}' did not end: {string.Join(", ", processes)}.",
        "Look at them with 'ps' and end them by hand.");
}
