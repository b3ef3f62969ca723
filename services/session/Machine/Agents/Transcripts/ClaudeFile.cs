using System.Text.RegularExpressions;
using Athene.Hosting.Files;

namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>Where Claude Code writes: a directory a workspace, a file a conversation.</summary>
internal sealed partial class ClaudeFile(AgentHomes homes, RecordPlace place)
{
    /// <summary>How many times the file is looked for where it should be before it is looked for everywhere again.</summary>
    private const int BetweenWideSearches = 15;

    private readonly string projects = homes.Resolve("~/.claude/projects", place.Workspace);
    private int searches;

    /// <summary>The file of the conversation, or null when it is not there (yet).</summary>
    public string? Find()
    {
        var own = Path.Combine(projects, Slug(RealPath.Of(place.Workspace)));
        if (place.NativeSessionId is not { } id) return Directory.Exists(own) ? Newest(own) : null;
        var usual = Path.Combine(own, $"{id}.jsonl");
        if (File.Exists(usual)) return usual;
        // A name that is too long is shortened in a way that only the agent knows.
        return searches++ % BetweenWideSearches == 0 ? RecordFiles.Find(Path.Combine(projects, "*", $"{id}.jsonl")).FirstOrDefault()?.FullName : null;
    }

    /// <summary>The directory's name for a workspace.</summary>
    public static string Slug(string workspace) => NotInSlugs().Replace(workspace, "-");

    // Those of sub-agents are called agent-…
    private string? Newest(string directory) => new DirectoryInfo(directory).EnumerateFiles("*.jsonl")
        .Where(file => file.LastWriteTimeUtc >= place.StartedAt.UtcDateTime && !file.Name.StartsWith("agent-", StringComparison.Ordinal))
        .MaxBy(file => file.LastWriteTimeUtc)?.FullName;

    [GeneratedRegex("[^A-Za-z0-9-]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInSlugs();
}
