using Athene.Configuration.Projects;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>Reads how agents are started.</summary>
internal static class AgentSettingsReader
{
    public static AgentSettings? Read(YamlSection? section)
    {
        if (section is null) return null;
        var settings = new AgentSettings(
            PermissionMode.Parse(section.Word("permissions", [.. PermissionMode.All, PermissionMode.Skip])),
            section.Text("model"),
            section.Text("orchestratorModel"),
            section.Text("opencodeSessionId"));
        return settings with { Settings = section.Rest() };
    }

    public static RoleConfiguration? ReadRole(YamlSection? section)
    {
        if (section is null) return null;
        var role = new RoleConfiguration(section.Text("agent"), Read(section.Section("agentConfig")));
        section.Close();
        return role;
    }
}
