using System.Security.Cryptography;
using System.Text;

namespace Athene.Session.Machine.Runtimes;

/// <summary>Where what belongs to one home listens for its owner alone.</summary>
internal static class HomeSocket
{
    // sockaddr_un holds 108 bytes on Linux and 104 on macOS.
    private const int LongestPath = 100;

    /// <summary>The socket in the home's own directory, or a short path made from it when that would be too long.</summary>
    public static string PathFor(string atheneHome, string name)
    {
        var home = Path.GetFullPath(atheneHome);
        var path = Path.Combine(home, "run", name);
        if (Encoding.UTF8.GetByteCount(path) <= LongestPath) return path;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..16];
        return Path.Combine(Path.GetTempPath(), $"athene-{hash}", name);
    }

    /// <summary>Makes the socket's directory, for its owner alone.</summary>
    public static void Prepare(string socket)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var directory = Directory.CreateDirectory(Path.GetDirectoryName(socket)!, owner);
        // Below a directory that all may write to it may have been there before; only its owner may change its mode.
        directory.UnixFileMode = owner;
    }
}
