using System.Text;
using System.Text.RegularExpressions;
using Athene.Session.Hooks;

namespace Athene.Session.Machine.Hooks;

/// <summary>
/// Reads one file of the spool: a line with source and event, then whatever the source said. Programs inside a session write there what they
/// like, so nothing but a plain file of a plain size is opened.
/// </summary>
internal static partial class SpoolFile
{
    private const int MostBytes = 300 * 1024;

    public static SpooledFact Read(FileInfo file)
    {
        // A pipe has no length, and opening it would wait for its writer.
        if (file.LinkTarget is not null || file.Length == 0) return new SpooledFact(file.FullName, null);
        var text = Encoding.UTF8.GetString(Beginning(file));
        var head = Head().Match(text);
        return new SpooledFact(file.FullName, head.Success
            ? new HookFact(file.Name, head.Groups["source"].Value, head.Groups["event"].Value, file.LastWriteTimeUtc, text[head.Length..])
            : null);
    }

    private static byte[] Beginning(FileInfo file)
    {
        using var stream = file.OpenRead();
        var bytes = new byte[Math.Min(file.Length, MostBytes)];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    [GeneratedRegex(@"\A(?<source>[a-z-]{1,32}) (?<event>[A-Za-z-]{1,64})\n", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
