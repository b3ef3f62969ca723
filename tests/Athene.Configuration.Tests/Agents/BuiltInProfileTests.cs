using Athene.Configuration.Agents;
using Athene.Configuration.Projects;

namespace Athene.Configuration.Tests.Agents;

public sealed class BuiltInProfileTests
{
    private const string UpdateVariable = "ATHENE_UPDATE_README";

    public static TheoryData<string> Names => [.. AgentProfiles.BuiltIn.Keys];

    [Fact]
    public void ThereAreTwelve() => AgentProfiles.BuiltIn.Keys.ShouldBe(
        ["aider", "amp", "claude-code", "codex", "copilot", "cursor", "gemini", "goose", "grok", "kimi", "opencode", "qwen"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_saysWhereItComesFromAndHowToGetItsAgent(string name)
    {
        var profile = Profile(name);

        profile.Verified.ShouldNotBeNullOrWhiteSpace();
        profile.Install.ShouldNotBeNullOrWhiteSpace();
        Uri.IsWellFormedUriString(profile.Docs, UriKind.Absolute).ShouldBeTrue();
        profile.Version.ShouldBe([profile.Launch[0], "--version"]);
        profile.Resume.ShouldNotBeEmpty();
        AgentSummary.Of(profile).SystemPrompt.ShouldNotBe("none");
    }

    /// <summary>A mode that another one is equal to would promise less, or more, than it does.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Each_hasModesThatDiffer(string name)
    {
        var profile = Profile(name);

        profile.Permissions.Keys.ShouldContain(PermissionMode.Permissionless);
        profile.Permissions.Keys.ShouldContain(PermissionMode.Default);
        profile.Permissions.Keys.Select(mode => string.Join(' ', [
            .. profile.Permissions[mode],
            .. profile.PermissionEnv.GetValueOrDefault(mode, new Dictionary<string, string>()).Select(variable => $"{variable.Key}={variable.Value}"),
        ])).ShouldBeUnique();
    }

    /// <summary>Run with ATHENE_UPDATE_README=1 to write the table anew.</summary>
    [Fact]
    public void Readme_showsTheProfilesAsTheyAre()
    {
        var readme = Path.Combine(Root(), "README.md");
        var text = File.ReadAllText(readme);
        if (Environment.GetEnvironmentVariable(UpdateVariable) is { Length: > 0 }) File.WriteAllText(readme, AgentTable.ReplaceIn(text));

        File.ReadAllText(readme).ShouldContain(AgentTable.Render(), customMessage: $"run this test with {UpdateVariable}=1");
    }

    private static AgentProfile Profile(string name) => AgentProfiles.BuiltIn[name].Complete(name).ShouldNotBeNull();

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Athene.sln"))) directory = directory.Parent!;
        return directory.FullName;
    }
}
