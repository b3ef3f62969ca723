using Athene.Testing.Models;

namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>Claude Code 2.1. A user who has chosen a theme, and nothing else: it asks about the directory, the key and the dangers.</summary>
internal sealed class ClaudeCode(string home, ScriptedModel model) : RealAgent(home, model)
{
    public override string Name => "claude-code";

    public override IReadOnlyList<Question> FirstQuestions =>
    [
        new("Yes, I trust this folder", "1"),
        new("Do you want to use this API key?", "1"),
        new("Yes, I accept", "2"),
    ];

    public override Question Permission => new("Do you want to proceed?", "1");

    protected override IReadOnlyDictionary<string, string> OwnEnvironment => new Dictionary<string, string>
    {
        ["CLAUDE_CONFIG_DIR"] = ConfigurationDirectory,
        ["ANTHROPIC_BASE_URL"] = Model.Address,
        ["ANTHROPIC_API_KEY"] = "sk-ant-scripted-model-of-a-test",
        ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
        ["DISABLE_AUTOUPDATER"] = "1",
        // It refuses to skip permissions as root anywhere else.
        ["IS_SANDBOX"] = "1",
    };

    private string ConfigurationDirectory => Path.Combine(Home, ".claude");

    public override void Prepare() =>
        Write("""{ "hasCompletedOnboarding": true, "theme": "dark" }""", ConfigurationDirectory, ".claude.json");
}
