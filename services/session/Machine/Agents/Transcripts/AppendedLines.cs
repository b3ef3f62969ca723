namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>
/// Reads the lines that are added to a file, each once and only when it is whole. Between reads it remembers no more than a position. A file that
/// became shorter or is another one by now is read anew.
/// </summary>
public sealed class AppendedLines(string path)
{
    /// <summary>Longer lines (pictures, mostly) are passed over.</summary>
    public const int LongestLine = 4 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    /// <summary>What one read takes at most, so that a long history does not keep the others waiting; the next read goes on.</summary>
    private const long MostBytesARead = 8 * 1024 * 1024;

    private long position;
    private bool withinLongLine;
    private (long Length, DateTime WrittenAt) seen;

    public string Path => path;

    /// <summary>Reads on.</summary>
    /// <param name="restarted">Called when the file is read from its beginning again: what was made of the earlier lines does not count.</param>
    /// <returns>False when there was nothing new.</returns>
    public bool Read(Action restarted, Action<ReadOnlyMemory<byte>> line)
    {
        var file = new FileInfo(path);
        if (!RecordFiles.IsReadable(file) || seen == (file.Length, file.LastWriteTimeUtc)) return false;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (!ContinuesAt(stream))
            {
                (position, withinLongLine) = (0, false);
                restarted();
            }

            var whole = ReadFrom(stream, line);
            seen = whole ? (file.Length, file.LastWriteTimeUtc) : default;
            return true;
        }
        catch (IOException)
        {
            // It vanished or is being replaced: the next read sees what there is.
            seen = default;
            return false;
        }
    }

    private bool ContinuesAt(FileStream stream)
    {
        if (position == 0) return true;
        if (stream.Length < position) return false;
        stream.Position = position - 1;
        return stream.ReadByte() == '\n' || withinLongLine;
    }

    /// <returns>False when there is more than one read takes.</returns>
    private bool ReadFrom(FileStream stream, Action<ReadOnlyMemory<byte>> line)
    {
        var end = position + MostBytesARead;
        var buffer = new byte[FirstBuffer];
        var filled = 0;
        stream.Position = position;
        while (true)
        {
            if (filled == buffer.Length) (buffer, filled) = MakeRoom(buffer, filled);
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) return true;
            filled = TakeLines(buffer, filled + read, line);
            if (position >= end) return false;
        }
    }

    private (byte[] Buffer, int Filled) MakeRoom(byte[] buffer, int filled)
    {
        if (withinLongLine || filled >= LongestLine)
        {
            withinLongLine = true;
            position += filled;
            return (buffer, 0);
        }

        Array.Resize(ref buffer, Math.Min(buffer.Length * 4, LongestLine));
        return (buffer, filled);
    }

    /// <returns>How many bytes of a line that is not whole yet now stand at the beginning of the buffer.</returns>
    private int TakeLines(byte[] buffer, int filled, Action<ReadOnlyMemory<byte>> line)
    {
        var start = 0;
        while (Array.IndexOf(buffer, (byte)'\n', start, filled - start) is >= 0 and var end)
        {
            if (!withinLongLine && end > start) line(buffer.AsMemory(start, end - start));
            withinLongLine = false;
            position += end + 1 - start;
            start = end + 1;
        }

        buffer.AsSpan(start, filled - start).CopyTo(buffer);
        return filled - start;
    }
}
