using Athene.Configuration.Agents;
using Athene.Contracts.Errors;

namespace Athene.Session.Agents;

/// <summary>Why an agent cannot be launched, each with what to do about it.</summary>
internal static class AgentErrors
{
    public static AtheneException Unknown(string name, IEnumerable<string> known) => new(
        ErrorTypes.AgentUnknown, 422,
        $"There is no agent profile '{name}'.",
        $"Known agents: {string.Join(", ", known.Order(StringComparer.Ordinal))}. Add one under 'agents:' in the configuration, or as a file in ATHENE_HOME/agents.");

    public static AtheneException NotInstalled(AgentProfile profile) => new(
        ErrorTypes.AgentUnknown, 422,
        $"The agent '{profile.Name}' is not installed: '{profile.Launch[0]}' is not in PATH.",
        $"{(profile.Install is { } install ? $"Get it: {install}" : "Install it")}, or give its full path as the first element of 'launch' in its profile.");

    public static AtheneException WithoutLaunch(string name) => new(
        ErrorTypes.ConfigurationInvalid, 422, $"The agent profile '{name}' has no 'launch'.", "Give the argument vector that starts it.");

    public static AtheneException WithoutResume(string name) => new(
        ErrorTypes.ConfigurationInvalid, 422, $"The agent profile '{name}' cannot resume a conversation any more.",
        "Give the argument vector under 'resume', or restore the session once more: it then starts afresh.");

    public static AtheneException UnsupportedPermissions(string name, string mode, IEnumerable<string> supported) => new(
        ErrorTypes.RequestInvalid, 422,
        $"The agent '{name}' does not know the permission mode '{mode}'.",
        $"Its profile has: {string.Join(", ", supported)}.");
}
