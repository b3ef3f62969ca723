using System.Text;

namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>Reads lines of which each may be of any length, and keeps no more than the beginning of one.</summary>
internal sealed class BoundedLines(TextReader text, int longest)
{
    private readonly char[] buffer = new char[16 * 1024];
    private int at;
    private int length;
    private bool isAfterReturn;

    /// <summary>How many characters were read so far.</summary>
    public long Read { get; private set; }

    /// <summary>The next line, or its beginning; null at the end of the text.</summary>
    /// <param name="most">Where the text is taken to end.</param>
    public async Task<string?> NextAsync(long most, CancellationToken cancellationToken)
    {
        var (line, isAny) = (new StringBuilder(), false);
        while (at < length || (Read < most && await FillAsync(cancellationToken)))
        {
            if (isAfterReturn && buffer[at] == '\n')
            {
                (at, isAfterReturn) = (at + 1, false);
                continue;
            }

            (isAny, isAfterReturn) = (true, false);
            var end = buffer.AsSpan(at, length - at).IndexOfAny('\r', '\n');
            var taken = end < 0 ? length - at : end;
            line.Append(buffer, at, Math.Min(taken, longest - line.Length));
            at += taken;
            if (end < 0) continue;
            isAfterReturn = buffer[at++] == '\r';
            return line.ToString();
        }

        return isAny ? line.ToString() : null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        (at, length) = (0, await text.ReadAsync(buffer.AsMemory(), cancellationToken));
        Read += length;
        return length > 0;
    }
}
