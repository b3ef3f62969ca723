using Athene.Contracts.Errors;

namespace Athene.Session.Machine.Runtimes;

/// <summary>Why a terminal could not be started, written to or ended, each with what to do about it.</summary>
internal static class RuntimeErrors
{
    public static AtheneException TmuxMissing(Exception error) => new(
        ErrorTypes.RuntimeUnavailable, 503,
        "tmux was not found on this machine.",
        "Install it ('sudo apt install tmux', 'sudo dnf install tmux' or 'brew install tmux') and try again.",
        innerException: error);

    public static AtheneException TmuxFailed(string doing, string said) => new(
        ErrorTypes.RuntimeFailed, 500, $"tmux could not {doing}: {said.Trim()}", "Run 'athene doctor' to see whether tmux works here.");

    public static AtheneException Unknown(string name, IEnumerable<INamedRuntime> known) => new(
        ErrorTypes.ConfigurationInvalid, 422,
        $"There is no runtime '{name}'.",
        $"Under 'runtime' use one of {string.Join(", ", known.Select(runtime => runtime.Name).Order(StringComparer.Ordinal))}.");

    public static AtheneException NameInUse(string sessionId) => new(
        ErrorTypes.RuntimeFailed, 409,
        $"There is already a terminal named '{sessionId}', started by another operation.",
        $"Kill session '{sessionId}' first.",
        sessionId);

    public static AtheneException NotFound(string sessionId) => new(
        ErrorTypes.RuntimeFailed, 409, $"Session '{sessionId}' has no terminal.", "Restore the session first.", sessionId);

    public static AtheneException AgentEnded(string sessionId) => new(
        ErrorTypes.RuntimeFailed, 409, $"The agent of session '{sessionId}' has ended.", "Restore the session first.", sessionId);

    public static AtheneException DoesNotRead(string sessionId) => new(
        ErrorTypes.RuntimeFailed, 409,
        $"The agent of session '{sessionId}' does not read what is typed.",
        $"Look at it with 'athene attach {sessionId}'.",
        sessionId);

    public static AtheneException HostFailed(string doing, string said, Exception? error = null) => new(
        ErrorTypes.RuntimeUnavailable, 503,
        $"The terminal host could not {doing}: {said.Trim()}",
        "Its log is logs/terminal-host.log in Athene's home.",
        innerException: error);

    public static AtheneException TooLong(string what, int bytes, int limit) => new(
        ErrorTypes.RequestInvalid, 400,
        $"{what} has {bytes} bytes; the system takes less than {limit}.",
        "Shorten the prompt, put it into a file, or use an agent profile with 'prompt: message'.");

    public static AtheneException InvalidValue(string what) => new(
        ErrorTypes.RequestInvalid, 400,
        $"{what} cannot be handed to a process.",
        "Correct it in the prompt, the agent profile or the project's 'env'.");

    public static AtheneException Survivors(string sessionId, IEnumerable<int> processes) => new(
        ErrorTypes.RuntimeFailed, 500,
        $"Processes of session '{sessionId}' did not end: {string.Join(", ", processes)}.",
        "Look at them with 'ps' and end them by hand.",
        sessionId);
}
