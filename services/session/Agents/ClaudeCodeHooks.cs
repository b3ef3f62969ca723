using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Session.Hooks;
using Athene.Session.Machine;

namespace Athene.Session.Agents;

/// <summary>
/// Claude Code's settings with Athene's hooks. They come by an option, beside the user's and the project's own settings, so the repository
/// stays clean and no hook of the user is lost.
/// </summary>
internal static class ClaudeCodeHooks
{
    /// <summary>In seconds, which is the unit of the settings. A hook takes milliseconds.</summary>
    private const int Timeout = 5;

    /// <summary>As much of a hook's input as is kept: enough for the name of a tool, not for the file that it wrote.</summary>
    private const int UsualBytes = 4 * 1024;

    private const int PromptBytes = 256 * 1024;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AgentAddition Prepare(string directory, string hookProgram)
    {
        var path = Path.Combine(directory, "claude-code.json");
        return new AgentAddition([new AgentFile(path, Settings(hookProgram))], new Dictionary<string, string>(), path);
    }

    private static string Settings(string hookProgram)
    {
        var hooks = new JsonObject();
        foreach (var name in ClaudeCodeEvents.All) hooks[name] = new JsonArray(new JsonObject { ["hooks"] = new JsonArray(Hook(hookProgram, name)) });
        return new JsonObject { ["hooks"] = hooks }.ToJsonString(Readable);
    }

    private static JsonObject Hook(string hookProgram, string name) => new()
    {
        ["type"] = "command",
        // A line of a shell, which is the only form that this setting has.
        ["command"] = $"{PosixShell.Quote(hookProgram)} {HookSources.ClaudeCode} {name} {(name == ClaudeCodeEvents.UserPromptSubmit ? PromptBytes : UsualBytes)}",
        ["timeout"] = Timeout,
    };
}
