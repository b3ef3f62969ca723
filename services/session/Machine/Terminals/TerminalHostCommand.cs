using System.Collections;

namespace Athene.Session.Machine.Terminals;

/// <summary>This program in its other mode: <c>terminal-host SOCKET</c>.</summary>
internal static class TerminalHostCommand
{
    public const string Verb = "terminal-host";

    /// <summary>Runs a host; ends at once when the socket has one already.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string socket)
    {
        using var only = TryLock(socket);
        if (only is null) return 0;
        // Directories on other file systems must stay free to be unmounted, and sessions to be removed.
        Environment.CurrentDirectory = "/";
        using var host = new TerminalHost(socket, Variables(), TimeProvider.System);
        await host.RunAsync(CancellationToken.None);
        return 0;
    }

    // The lock is the kernel's and ends with the process, however that ends.
    private static FileStream? TryLock(string socket)
    {
        try
        {
            return new FileStream(socket + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}
