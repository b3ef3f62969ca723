using System.Text.Json;

namespace Athene.Session.Agents;

/// <summary>OpenCode has no option for a system prompt: it reads instruction files that a configuration file lists.</summary>
internal static class OpenCodeInstructions
{
    public static AgentAddition Prepare(string directory, string systemPromptFile)
    {
        var path = Path.Combine(directory, "opencode.json");
        var content = JsonSerializer.Serialize(new Dictionary<string, string[]> { ["instructions"] = [systemPromptFile] });
        return new AgentAddition([new AgentFile(path, content)], new Dictionary<string, string> { ["OPENCODE_CONFIG"] = path });
    }
}
