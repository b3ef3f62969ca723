using Athene.Testing.Models;

namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>Codex 0.169.</summary>
internal sealed class Codex(string home, ScriptedModel model) : RealAgent(home, model)
{
    public override string Name => "codex";

    public override IReadOnlyList<Question> FirstQuestions => [new("Trust and continue", "Enter")];

    public override Question Permission => new("Would you like to run the following command?", "Enter");

    protected override IReadOnlyDictionary<string, string> OwnEnvironment => new Dictionary<string, string> { ["CODEX_HOME"] = ConfigurationDirectory };

    private string ConfigurationDirectory => Path.Combine(Home, ".codex");

    public override void Prepare() => Write(
        $"""
        model = "scripted"
        model_provider = "local"

        [model_providers.local]
        name = "Local"
        base_url = "{Model.Address}/v1"
        wire_api = "responses"

        [analytics]
        enabled = false
        """,
        ConfigurationDirectory, "config.toml");
}
