using Athene.Configuration.Agents;

namespace Athene.Session.Machine.Agents;

/// <summary>
/// Conversations in the records that can be read, and those that are a file each where the agent's profile says (<c>nativeSession.files</c>).
/// </summary>
public sealed class Conversations(AgentRecords records) : IConversations
{
    private const string IdPlaceholder = $"{{{AgentPlaceholders.NativeSession}}}";

    public Task<bool> ExistsAsync(AgentProfile profile, string nativeSessionId, string workspace, CancellationToken cancellationToken) =>
        Task.FromResult(NativeIds.IsValid(nativeSessionId) && Exists(profile, nativeSessionId, workspace));

    public string? Find(AgentProfile profile, RecordPlace place) =>
        CanFind(profile) && records.Open(profile, place with { NativeSessionId = null })?.Read()?.Info.NativeSessionId is { } id && NativeIds.IsValid(id)
            ? id
            : null;

    public bool CanFind(AgentProfile profile) => profile.NativeSession.Format is not NativeRecordFormat.Unknown;

    private bool Exists(AgentProfile profile, string id, string workspace)
    {
        if (!CanFind(profile)) return profile.NativeSession.Files is { } pattern && FileExists(profile, pattern, id, workspace);
        var place = new RecordPlace("", workspace, id, DateTimeOffset.MinValue);
        // A record without a prompt is one that was only begun: agents refuse to take it up.
        return records.Open(profile, place)?.Read()?.Info is { Summary: not null };
    }

    private static bool FileExists(AgentProfile profile, string pattern, string id, string workspace)
    {
        var names = pattern.Contains(IdPlaceholder, StringComparison.Ordinal);
        var path = AgentHomes.Of(profile).Resolve(pattern.Replace(IdPlaceholder, id, StringComparison.Ordinal), workspace);
        return RecordFiles.Find(path).Any(file => file.Length > 0 && (names || file.Name.Contains(id, StringComparison.Ordinal)));
    }
}
