using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Machine.Terminals;

/// <summary>Where the terminal host of one home listens; only its owner can reach the directory.</summary>
public static class TerminalSocket
{
    /// <summary>The variable by which all that began in a terminal of this host is known.</summary>
    public const string Variable = "ATHENE_TERMINAL";

    public static string PathFor(string atheneHome) => HomeSocket.PathFor(atheneHome, "terminals.sock");
}
