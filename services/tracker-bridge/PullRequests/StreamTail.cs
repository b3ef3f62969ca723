using System.Text;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>The end of a text that may be long, without holding all of it.</summary>
internal static class StreamTail
{
    private const int ChunkBytes = 32 * 1024;

    /// <summary>At most the last <paramref name="most"/> bytes, from the beginning of a line on.</summary>
    public static async Task<string> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var kept = new byte[most + ChunkBytes];
        var length = 0;
        var isCut = false;
        while (await stream.ReadAsync(kept.AsMemory(length, kept.Length - length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length <= most) continue;
            kept.AsSpan(length - most, most).CopyTo(kept);
            (length, isCut) = (most, true);
        }

        var text = Encoding.UTF8.GetString(kept, 0, length);
        return isCut ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;
    }
}
