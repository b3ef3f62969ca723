using System.Threading.Channels;
using Athene.Configuration;

namespace Athene.Session.Machine.Hooks;

/// <summary>
/// The directory where programs inside sessions leave facts, one file each, a directory a session. A file system is always there: whether the
/// session service runs or not makes no difference to whoever writes, and neither network nor token is needed.
/// </summary>
public sealed class HookSpool(AtheneHome home) : IDisposable
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>How many facts are taken at once: a session that floods its directory must not fill the memory, nor keep the others waiting.</summary>
    private const int MostAtOnce = 1_000;

    private readonly Channel<string> arrivals = Channel.CreateBounded<string>(
        new BoundedChannelOptions(10_000) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private FileSystemWatcher? watcher;

    /// <summary>Sessions for which something new may lie there, each perhaps several times. Only after <see cref="Watch"/>.</summary>
    public ChannelReader<string> Arrivals => arrivals.Reader;

    /// <summary>From now on, facts of the session are taken.</summary>
    public void Open(string sessionId)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(DirectoryOf(sessionId));
        else Directory.CreateDirectory(DirectoryOf(sessionId), OwnerAlone);
    }

    /// <summary>No facts of the session are taken any more; those that lie there are gone.</summary>
    public void Close(string sessionId)
    {
        if (Directory.Exists(DirectoryOf(sessionId))) Directory.Delete(DirectoryOf(sessionId), recursive: true);
    }

    public IReadOnlyList<string> Sessions() => Directory.Exists(home.SpoolDirectory)
        ? [.. Directory.EnumerateDirectories(home.SpoolDirectory).Select(directory => Path.GetFileName(directory)!).Where(MachineId.IsValid)]
        : [];

    /// <summary>The oldest facts of a session, oldest first, of many only a part; each is read when it is asked for.</summary>
    public IEnumerable<SpooledFact> Read(string sessionId)
    {
        var directory = new DirectoryInfo(DirectoryOf(sessionId));
        if (!directory.Exists || directory.LinkTarget is not null) return [];
        return Oldest(directory.EnumerateFiles().Where(file => file.Name[0] != '.')).OrderBy(file => file.LastWriteTimeUtc).Select(SpoolFile.Read);
    }

    /// <summary>Removes a fact that has had its effect.</summary>
    public void Remove(SpooledFact fact) => File.Delete(fact.Path);

    /// <summary>Begins to tell of arrivals.</summary>
    /// <exception cref="IOException">The system has no more watches to give; what arrives is there all the same.</exception>
    public void Watch()
    {
        Directory.CreateDirectory(home.SpoolDirectory);
        watcher = new FileSystemWatcher(home.SpoolDirectory) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName };
        watcher.Renamed += (_, arrival) => Tell(arrival.FullPath);
        watcher.Created += (_, arrival) => Tell(arrival.FullPath);
        watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => watcher?.Dispose();

    private static IEnumerable<FileInfo> Oldest(IEnumerable<FileInfo> files)
    {
        // The newest of those that are kept comes first, to make room for an older one.
        var kept = new PriorityQueue<FileInfo, DateTime>(Comparer<DateTime>.Create((left, right) => right.CompareTo(left)));
        foreach (var file in files)
        {
            if (kept.Count < MostAtOnce) kept.Enqueue(file, file.LastWriteTimeUtc);
            else kept.EnqueueDequeue(file, file.LastWriteTimeUtc);
        }

        return kept.UnorderedItems.Select(item => item.Element);
    }

    private void Tell(string file)
    {
        if (Path.GetFileName(file)[0] != '.') arrivals.Writer.TryWrite(Path.GetFileName(Path.GetDirectoryName(file))!);
    }

    private string DirectoryOf(string sessionId) => Path.Combine(home.SpoolDirectory, sessionId);
}
