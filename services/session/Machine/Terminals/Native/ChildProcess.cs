using System.ComponentModel;

namespace Athene.Session.Machine.Terminals.Native;

/// <summary>
/// Starts a program as the leader of a session of its own, on a terminal. By posix_spawn: .NET's own way of starting processes sets no
/// controlling terminal, and reports the end of one by a signal as if it were an exit code.
/// </summary>
internal static class ChildProcess
{
    private const short ResetSignals = 0x04;
    private const short ResetSignalMask = 0x08;
    private const short NewSession = 0x80;

    // Enough for glibc's and musl's structures, whose insides are theirs alone.
    private const int OpaqueSize = 1024;

    /// <returns>The id of the process, which its starter must wait for.</returns>
    /// <exception cref="Win32Exception">It could not be started.</exception>
    public static unsafe int Start(
        string terminal, string program, IReadOnlyList<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        byte* actions = stackalloc byte[OpaqueSize];
        byte* attributes = stackalloc byte[OpaqueSize];
        byte* signals = stackalloc byte[OpaqueSize];
        Require(Libc.InitFileActions(actions), program);
        Require(Libc.InitAttributes(attributes), program);
        try
        {
            // A session leader gets the first terminal that it opens as its controlling one.
            Require(Libc.AddOpen(actions, 0, terminal, Libc.OpenReadWrite, 0), program);
            Require(Libc.AddDuplicate(actions, 0, 1), program);
            Require(Libc.AddDuplicate(actions, 0, 2), program);
            // .NET ignores some signals, and what is ignored stays so in the programs that are started.
            _ = Libc.FillSignals(signals);
            Require(Libc.SetDefaultSignals(attributes, signals), program);
            _ = Libc.EmptySignals(signals);
            Require(Libc.SetSignalMask(attributes, signals), program);
            Require(Libc.SetFlags(attributes, NewSession | ResetSignals | ResetSignalMask), program);
            string?[] argv = [program, .. arguments, null];
            string?[] envp = [.. environment.Select(variable => $"{variable.Key}={variable.Value}"), null];
            Require(Libc.Spawn(out var processId, program, actions, attributes, argv, envp), program);
            return processId;
        }
        finally
        {
            _ = Libc.DestroyFileActions(actions);
            _ = Libc.DestroyAttributes(attributes);
        }
    }

    private static void Require(int error, string program)
    {
        if (error != 0) throw new Win32Exception(error, $"Cannot start '{program}': {new Win32Exception(error).Message}");
    }
}
