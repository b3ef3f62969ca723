using System.Text.Json;
using Athene.Testing.Models;

namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>OpenCode 1.18. It asks nothing at its first start; its user wants to be asked before commands.</summary>
internal sealed class OpenCode(string home, ScriptedModel model) : RealAgent(home, model)
{
    public override string Name => "opencode";

    public override IReadOnlyList<Question> FirstQuestions => [];

    public override Question Permission => new("Permission required", "Enter");

    protected override IReadOnlyDictionary<string, string> OwnEnvironment => new Dictionary<string, string>
    {
        ["OPENCODE_DISABLE_AUTOUPDATE"] = "1",
        ["OPENCODE_DISABLE_MODELS_FETCH"] = "1",
    };

    public override void Prepare() => Write(
        JsonSerializer.Serialize(new
        {
            autoupdate = false,
            share = "disabled",
            model = "local/scripted",
            small_model = "local/scripted",
            permission = new { bash = "ask" },
            provider = new
            {
                local = new
                {
                    npm = "@ai-sdk/openai-compatible",
                    name = "Local",
                    options = new { baseURL = $"{Model.Address}/v1", apiKey = "none" },
                    models = new { scripted = new { name = "Scripted" } },
                },
            },
        }),
        ".config", "opencode", "opencode.json");
}
