using Athene.Configuration.Projects;

namespace Athene.Session.Machine.Runtimes;

/// <summary>A terminal to be started.</summary>
/// <param name="OperationId">Names the attempt: the same id again finds the terminal of the first.</param>
/// <param name="Workspace">The directory that the command starts in.</param>
/// <param name="Command">The argument vector of the agent; never seen by a shell as anything but literal text.</param>
/// <param name="Environment">Variables on top of those that a terminal has anyway.</param>
/// <param name="LauncherPath">Where the private start script goes; removing it after the kill is the caller's part.</param>
public sealed record RuntimeRequest(
    string SessionId,
    string OperationId,
    string Workspace,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    string LauncherPath)
{
    /// <summary>Which make of terminal.</summary>
    public string Runtime { get; init; } = RuntimeNames.Tmux;
}
