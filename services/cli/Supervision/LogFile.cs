using System.Text;

namespace Athene.Cli.Supervision;

/// <summary>What one process prints, kept in a file that does not grow without end: when full it becomes <c>.1</c> and begins anew.</summary>
internal sealed class LogFile : IDisposable
{
    private const long DefaultLimit = 10 * 1024 * 1024;
    private const int TailBytes = 16 * 1024;

    private readonly Lock gate = new();
    private readonly string path;
    private readonly long limit;
    private StreamWriter writer;

    public LogFile(string path, long limit = DefaultLimit)
    {
        this.path = path;
        this.limit = limit;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        writer = Open(path);
    }

    public void WriteLine(string line)
    {
        lock (gate)
        {
            writer.WriteLine(line);
            if (writer.BaseStream.Position < limit) return;
            writer.Dispose();
            File.Move(path, $"{path}.1", overwrite: true);
            writer = Open(path);
        }
    }

    public void Dispose()
    {
        lock (gate) writer.Dispose();
    }

    /// <summary>The last lines of a log; empty when there is none.</summary>
    public static IReadOnlyList<string> Tail(string path, int lines)
    {
        if (!File.Exists(path)) return [];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var partial = stream.Length > TailBytes;
        if (partial) stream.Seek(-TailBytes, SeekOrigin.End);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(partial ? 1 : 0).TakeLast(lines)];
    }

    private static StreamWriter Open(string path) =>
        new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
}
