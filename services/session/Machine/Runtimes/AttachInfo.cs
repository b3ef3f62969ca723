namespace Athene.Session.Machine.Runtimes;

/// <summary>How to open a session's terminal from a terminal.</summary>
/// <param name="Command">The argument vector; run it with TMUX unset.</param>
public sealed record AttachInfo(string Runtime, string Target, IReadOnlyList<string> Command);
