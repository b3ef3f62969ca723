using Athene.Contracts.Lifecycle;
using Athene.Session.Observing;

namespace Athene.Session.Machine.Agents;

/// <summary>
/// For agents whose record cannot be read, only watched: that one of its files has just been written to means that the agent works. What it
/// means that nothing was written, nobody knows.
/// </summary>
/// <param name="pattern">Full path of files that belong to this session alone; may have <c>*</c> in it.</param>
internal sealed class FileAge(string pattern, TimeProvider time) : IAgentRecord
{
    /// <summary>An agent that wrote no longer ago than this is at work (spec lifecycle.md §3).</summary>
    private static readonly TimeSpan ActiveWindow = TimeSpan.FromSeconds(30);

    private static readonly RecordInfo Nothing = new(null, null, SummaryIsFallback: false, null, null, null);

    private DateTimeOffset last = time.GetUtcNow();

    public RecordNews? Read()
    {
        // A time to come would hold for as long as it takes to come.
        var now = time.GetUtcNow();
        var newest = RecordFiles.Find(pattern).Select(file => new DateTimeOffset(file.LastWriteTimeUtc)).Where(at => at <= now).DefaultIfEmpty().Max();
        if (newest <= last) return null;
        last = newest;
        return new RecordNews(new Evidence(Activity.Active, EvidenceSource.Native, newest, newest + ActiveWindow), [], Nothing);
    }
}
