namespace Athene.Session.Machine.Runtimes;

/// <summary>Where the tmux server of one home listens.</summary>
public static class TmuxSocket
{
    public static string PathFor(string atheneHome) => HomeSocket.PathFor(atheneHome, "tmux.sock");
}
