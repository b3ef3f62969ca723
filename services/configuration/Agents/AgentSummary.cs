using Athene.Configuration.Projects;

namespace Athene.Configuration.Agents;

/// <summary>What a profile makes of its agent, in words for people.</summary>
/// <param name="Prompt">How the task reaches it.</param>
/// <param name="SystemPrompt">How Athene's instructions reach it.</param>
/// <param name="Permissions">The modes that it has.</param>
/// <param name="Resume">How its own conversation is taken up again; null when it cannot be.</param>
/// <param name="Id">Who names its conversation; null when no name is used.</param>
/// <param name="ReadsRecord">Whether Athene reads what the agent writes down of the conversation.</param>
/// <param name="Verified">What the profile was checked against.</param>
public sealed record AgentSummary(
    string Name,
    string DisplayName,
    string Program,
    string Prompt,
    string SystemPrompt,
    IReadOnlyList<string> Permissions,
    string? Resume,
    string? Id,
    bool ReadsRecord,
    string? Verified,
    string? Install,
    string? Docs)
{
    public static AgentSummary Of(AgentProfile profile) => new(
        profile.Name,
        profile.DisplayName,
        profile.Launch[0],
        profile.Prompt is PromptDelivery.Argument ? "argument" : "typed",
        SystemPromptOf(profile),
        [.. PermissionMode.All.Where(profile.Permissions.ContainsKey)],
        ResumeOf(profile),
        UsesId(profile) ? (profile.NativeSession.Id is NativeSessionId.Chosen ? "chosen" : "found") : null,
        profile.NativeSession.Format is not NativeRecordFormat.Unknown,
        profile.Verified,
        profile.Install,
        profile.Docs);

    private static string SystemPromptOf(AgentProfile profile)
    {
        if (profile.Launch.Any(element => Has(element, AgentPlaceholders.SystemPromptFile))) return "file";
        if (profile.Launch.Append(profile.Message).Any(element => Has(element, AgentPlaceholders.SystemPrompt) && Has(element, AgentPlaceholders.Prompt)))
            return "before the task";
        if (profile.Launch.Any(element => Has(element, AgentPlaceholders.SystemPrompt))) return "option";
        return profile.Process == AgentPrograms.OpenCode ? "configuration file" : "none";
    }

    private static string? ResumeOf(AgentProfile profile)
    {
        if (profile.Resume.Count == 0) return null;
        if (!profile.Resume.Any(element => Has(element, AgentPlaceholders.NativeSession))) return "last one here";
        return UsesId(profile) ? "by id" : null;
    }

    // An id that the agent chooses is only known when its record is read.
    private static bool UsesId(AgentProfile profile) =>
        profile.Resume.Any(element => Has(element, AgentPlaceholders.NativeSession))
        && (profile.NativeSession.Id is NativeSessionId.Chosen || profile.NativeSession.Format is not NativeRecordFormat.Unknown);

    private static bool Has(string element, string placeholder) => element.Contains($"{{{placeholder}}}", StringComparison.Ordinal);
}
