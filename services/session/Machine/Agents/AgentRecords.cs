using Athene.Configuration.Agents;
using Athene.Session.Machine.Agents.OpenCode;
using Athene.Session.Machine.Agents.Transcripts;

namespace Athene.Session.Machine.Agents;

/// <summary>Opens the records that agents keep of their own.</summary>
public sealed class AgentRecords(TimeProvider time)
{
    /// <summary>The record of one run of an agent; null when the profile names none that could be told from those of other sessions.</summary>
    public IAgentRecord? Open(AgentProfile profile, RecordPlace place)
    {
        var homes = AgentHomes.Of(profile);
        return profile.NativeSession.Format switch
        {
            NativeRecordFormat.ClaudeCode => new TranscriptRecord(new ClaudeFile(homes, place).Find, () => new ClaudeTranscript()),
            NativeRecordFormat.Codex => new TranscriptRecord(new CodexFile(homes, place).Find, () => new CodexTranscript()),
            NativeRecordFormat.OpenCode => new OpenCodeRecord(OpenCodeStore.In(homes, place.Workspace), place),
            _ => Watch(profile.NativeSession.Files, homes, place),
        };
    }

    private FileAge? Watch(string? files, AgentHomes homes, RecordPlace place)
    {
        if (files is null) return null;
        var path = files
            .Replace($"{{{AgentPlaceholders.NativeSession}}}", place.NativeSessionId ?? "", StringComparison.Ordinal)
            .Replace($"{{{AgentPlaceholders.Session}}}", place.SessionId, StringComparison.Ordinal)
            .Replace($"{{{AgentPlaceholders.SessionDirectory}}}", place.SessionDirectory ?? "", StringComparison.Ordinal)
            .Replace($"{{{AgentPlaceholders.Workspace}}}", place.Workspace, StringComparison.Ordinal);
        var isOwn = path != files || !(Path.IsPathRooted(files) || files.StartsWith('~'));
        var needsId = place.NativeSessionId is null && files.Contains($"{{{AgentPlaceholders.NativeSession}}}", StringComparison.Ordinal);
        return isOwn && !needsId ? new FileAge(homes.Resolve(path, place.Workspace), time) : null;
    }
}
