using System.Text.RegularExpressions;
using Athene.Hosting.Files;

namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>Where Claude Code writes: a directory a workspace, a file a conversation.</summary>
internal sealed partial class ClaudeFile(AgentHomes homes, RecordPlace place)
{
    private readonly string projects = homes.Resolve("~/.claude/projects", place.Workspace);

    /// <summary>The file of the conversation, or null when it is not there (yet).</summary>
    public string? Find()
    {
        var own = Path.Combine(projects, Slug(RealPath.Of(place.Workspace)));
        if (place.NativeSessionId is not { } id) return Directory.Exists(own) ? Newest(own) : null;
        var usual = Path.Combine(own, $"{id}.jsonl");
        // A name that is too long is shortened in a way that only the agent knows.
        return File.Exists(usual) ? usual : RecordFiles.Find(Path.Combine(projects, "*", $"{id}.jsonl")).FirstOrDefault()?.FullName;
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
