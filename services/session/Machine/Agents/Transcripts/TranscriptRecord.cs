namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>A record that is a file of lines.</summary>
/// <param name="find">The path of the file, or null while it is not there; asked at every read until it is.</param>
/// <param name="begin">A reader for a file that is read from its beginning.</param>
internal sealed class TranscriptRecord(Func<string?> find, Func<Transcript> begin) : IAgentRecord
{
    private AppendedLines? lines;
    private Transcript transcript = begin();

    public RecordNews? Read()
    {
        if (lines is null)
        {
            if (find() is not { } path) return null;
            lines = new AppendedLines(path);
        }

        return lines.Read(() => transcript = begin(), line => transcript.Take(line)) ? transcript.News() : null;
    }
}
