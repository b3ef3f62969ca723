namespace Athene.Configuration.Tests;

public sealed class ConfigurationErrorTests
{
    [Fact]
    public void Load_of_unknown_keys_names_each_with_its_place_and_the_nearest_valid_one()
    {
        using var file = new ConfigurationFile(
            """
            projetcs: {}
            projects:
              app:
                path: .
                agnt: codex
                agentConfig:
                  permissions: permisionless
            """);

        file.Errors().ShouldBe(
        [
            "1:1: unknown key 'projetcs' at the top level (did you mean 'projects'?)",
            "5:5: unknown key 'agnt' in projects.app (did you mean 'agent'?)",
            "7:20: projects.app.agentConfig.permissions: 'permisionless' is not one of permissionless, default, auto-edit, suggest, skip (did you mean 'permissionless'?)",
        ]);
    }

    [Fact]
    public void Load_of_an_unknown_key_that_resembles_nothing_lists_the_valid_ones()
    {
        using var file = new ConfigurationFile("power: { zzzzzzzz: true }");

        file.Errors().ShouldBe(["1:10: unknown key 'zzzzzzzz' in power (valid: preventIdleSleep)"]);
    }

    [Theory]
    [InlineData("port: many", "1:7: port: expected a whole number, found the text 'many'")]
    [InlineData("port: 0", "1:7: port: must be at least 1")]
    [InlineData("defaults: { agent: true }", "1:20: defaults.agent: expected text, found 'true'")]
    [InlineData("defaults: [codex]", "1:11: defaults: expected keys and values, found a list")]
    [InlineData("observability: { stderr: \"true\" }", "1:26: observability.stderr: expected true or false, found the text 'true'")]
    [InlineData("notificationRouting: { urgent: desktop }", "1:32: notificationRouting.urgent: expected a list, found the text 'desktop'")]
    [InlineData("notificationRouting: { urgnt: [desktop] }", "1:24: unknown key 'urgnt' in notificationRouting (did you mean 'urgent'?)")]
    [InlineData("projects: { app: }", "1:18: projects.app: expected keys and values, found nothing")]
    [InlineData("projects: { app: { name: x } }", "1:18: projects.app.path: is required: the folder of the repository")]
    [InlineData("projects: { 'a b': { path: . } }", "1:20: projects.a b: the id 'a b' may have only letters, digits, '_' and '-'")]
    [InlineData("projects: { app: { path: ., repo: acme } }", "1:35: projects.app.repo: 'acme' is not of the form owner/name")]
    [InlineData("projects: { app: { path: ., tracker: { package: a, path: b } } }", "1:58: projects.app.tracker.path: give either 'package' or 'path', not both")]
    [InlineData("projects: { app: { path: ., tracker: { plugn: local } } }", "1:38: projects.app.tracker.plugin: is required: say which one, such as 'local' or 'github'")]
    [InlineData("projects: { app: { path: ., tracker: { plugin: linear, teamID: T1 } } }", "1:56: unknown key 'teamID' in projects.app.tracker (did you mean 'teamId'?)")]
    [InlineData("projects: { app: { path: ., scm: { plugin: gitlab, apiURL: x } } }", "1:52: unknown key 'apiURL' in projects.app.scm (did you mean 'apiUrl'?)")]
    [InlineData("reactions: { agent-stuck: { threshold: soon } }", "1:40: reactions.agent-stuck.threshold: 'soon' is not a duration such as 30s, 10m or 1h")]
    [InlineData("lifecycle: { mergeCleanupIdleGraceMs: 300 }", "1:39: lifecycle.mergeCleanupIdleGraceMs: 300 milliseconds is hardly meant; for 300 seconds write 300000 (0 or at least 10000)")]
    [InlineData("defaults: { agent: \"${NO_SUCH_VARIABLE}\" }", "1:20: the environment variable 'NO_SUCH_VARIABLE' is not set")]
    [InlineData("polling: { busySeconds: 1 }", "1:25: polling.busySeconds: must be at least 5")]
    [InlineData("polling: { quietSeconds: 10 }", "1:26: polling.quietSeconds: must be at least busySeconds (30)")]
    [InlineData("just words", "1:1: expected keys and values")]
    public void Load_of_a_wrong_value_says_where_and_what(string text, string error)
    {
        using var file = new ConfigurationFile(text);

        file.Errors().ShouldBe([error]);
    }

    [Theory]
    [InlineData("port: 1\nprojects: ]", 2)]
    [InlineData("port: 1\nport: 2", 2)]
    public void Load_of_broken_yaml_says_where(string text, int line)
    {
        using var file = new ConfigurationFile(text);

        var error = Should.Throw<ConfigurationException>(() => file.Load()).Errors.ShouldHaveSingleItem();

        error.Line.ShouldBe(line);
        error.Message.ShouldStartWith("not valid YAML");
    }

    [Fact]
    public void Load_of_two_projects_with_one_prefix_proposes_others()
    {
        using var file = new ConfigurationFile(
            """
            projects:
              one: { path: /a/my-app }
              two: { path: /b/my-app }
            """);

        file.Errors().ShouldBe(
            ["3:8: projects.two.sessionPrefix: the projects 'one' and 'two' have the same session prefix 'ma'; give them different ones (one: ma1, two: ma2)"]);
    }

    [Fact]
    public void Load_of_a_file_that_is_not_there_says_so()
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Combine("missing.yaml");

        var exception = Should.Throw<ConfigurationException>(() => ConfigurationLoader.Load(path));

        exception.Message.ShouldStartWith($"{path}:1:1: cannot be read");
    }

    [Fact]
    public void Load_replaces_variables_and_leaves_escaped_ones()
    {
        using var file = new ConfigurationFile("defaults: { agent: 'x-${A}-$${A}', runtime: \"${B}\" }");

        var defaults = file.Load(("A", "1"), ("B", "process")).Defaults;

        defaults.Agent.ShouldBe("x-1-${A}");
        defaults.Runtime.ShouldBe("process");
    }
}
