using Athene.Configuration.Projects;
using Athene.Configuration.Agents;
using Athene.Contracts.Errors;

namespace Athene.Session.Agents;

/// <summary>Turns a profile's argument vector into that of one launch. Pure; no shell is involved at any point.</summary>
public static class AgentCommand
{
    /// <summary>The command of a new session.</summary>
    /// <exception cref="AtheneException">The profile does not know the permission mode.</exception>
    public static IReadOnlyList<string> Launch(AgentProfile profile, LaunchValues values) =>
        Expand(profile, profile.Launch, values with { Prompt = profile.Prompt == PromptDelivery.Argument ? values.Prompt : null });

    /// <summary>The command that takes up the agent's own session; null when the profile or the session cannot.</summary>
    public static IReadOnlyList<string>? Resume(AgentProfile profile, LaunchValues values)
    {
        if (profile.Resume.Count == 0) return null;
        var needsId = profile.Resume.Any(element => element.Contains($"{{{AgentPlaceholders.NativeSession}}}", StringComparison.Ordinal));
        return needsId && string.IsNullOrEmpty(values.NativeSessionId) ? null : Expand(profile, profile.Resume, values);
    }

    /// <summary>Refuses a permission mode that the agent has not: less, or more, would be allowed than was asked for.</summary>
    /// <exception cref="AtheneException">The profile does not know the permission mode.</exception>
    public static void RequireMode(AgentProfile profile, string? mode) => _ = PermissionArguments(profile, mode);

    /// <summary>What is typed first into an agent that does not take its task as an argument.</summary>
    public static string Message(AgentProfile profile, LaunchValues values) => Fill(profile.Message, values, []);

    private static List<string> Expand(AgentProfile profile, IReadOnlyList<string> template, LaunchValues values)
    {
        var expanded = new List<string>(template.Count + 4);
        var previousIsOption = false;
        foreach (var element in template)
        {
            var replacement = ExpandElement(profile, element, values);
            if (replacement is not null) expanded.AddRange(replacement);
            else if (previousIsOption && !element.StartsWith('-')) expanded.RemoveAt(expanded.Count - 1);
            // An option that has its value with it ("--model={model}") is nobody's option before.
            previousIsOption = replacement is not null && element.StartsWith('-') && !element.Contains('=') && replacement.Count == 1;
        }

        return expanded;
    }

    /// <summary>Null when the element's only placeholder is empty.</summary>
    private static IReadOnlyList<string>? ExpandElement(AgentProfile profile, string element, LaunchValues values)
    {
        var placeholders = AgentPlaceholders.Pattern().Matches(element);
        if (placeholders.Count == 0) return [element];
        var permissions = PermissionArguments(profile, values.Permissions);
        if (element == $"{{{AgentPlaceholders.Permissions}}}") return permissions.Count > 0 ? permissions : null;

        var isEmpty = placeholders.Count == 1 && Value(placeholders[0].Groups[1].Value, values, permissions) is { Length: 0 };
        return isEmpty ? null : [Fill(element, values, permissions)];
    }

    private static string Fill(string template, LaunchValues values, IReadOnlyList<string> permissions) =>
        AgentPlaceholders.Pattern().Replace(template, match => Value(match.Groups[1].Value, values, permissions) ?? match.Value);

    private static string? Value(string placeholder, LaunchValues values, IReadOnlyList<string> permissions) => placeholder switch
    {
        AgentPlaceholders.Prompt => values.Prompt ?? "",
        AgentPlaceholders.SystemPrompt => values.SystemPrompt ?? "",
        AgentPlaceholders.SystemPromptFile => values.SystemPromptFile ?? "",
        AgentPlaceholders.Model => values.Model ?? "",
        AgentPlaceholders.Permissions => string.Join(' ', permissions),
        AgentPlaceholders.NativeSession => values.NativeSessionId ?? "",
        AgentPlaceholders.Session => values.SessionId,
        AgentPlaceholders.Workspace => values.Workspace,
        AgentPlaceholders.Branch => values.Branch,
        AgentPlaceholders.Issue => values.Issue ?? "",
        AgentPlaceholders.SessionDirectory => values.SessionDirectory ?? "",
        AgentPlaceholders.HooksFile => values.HooksFile ?? "",
        _ => null,
    };

    private static IReadOnlyList<string> PermissionArguments(AgentProfile profile, string? mode)
    {
        if (mode is null || profile.Permissions.Count == 0) return [];
        if (profile.Permissions.TryGetValue(mode, out var arguments)) return arguments;
        return mode == PermissionMode.Default
            ? []
            : throw AgentErrors.UnsupportedPermissions(profile.Name, mode, profile.Permissions.Keys);
    }
}
