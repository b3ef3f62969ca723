using Athene.Cli.Tests.Support;

namespace Athene.Cli.Tests.Doctor;

public sealed class DoctorTests : CliTest
{
    [Fact]
    public async Task An_empty_path_ends_with_1_and_a_fix_for_everything_missing()
    {
        var result = await Cli.With("PATH", Home).RunAsync("doctor", "--json");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        var checks = result.Json.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!);
        foreach (var name in (string[])["git", "tmux", "dotnet", "claude-code", "codex", "opencode", "goose", "dapr"])
        {
            checks[name].GetProperty("ok").GetBoolean().ShouldBeFalse();
            checks[name].GetProperty("fix").GetString().ShouldNotBeNullOrEmpty();
        }

        checks["home"].GetProperty("ok").GetBoolean().ShouldBeTrue();
        checks["disk"].GetProperty("detail").GetString()!.ShouldContain("GiB free");
    }

    [Fact]
    public async Task A_program_that_is_too_old_is_told_with_its_version()
    {
        Program("tmux", "echo 'tmux 2.9a'");

        var result = await Cli.With("PATH", Home).RunAsync("doctor");

        result.Output.ShouldContain("tmux 2.9a is too old");
        result.Output.ShouldContain("Install tmux 3.2 or later");
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_told_with_a_fix()
    {
        var file = File("not-a-directory", "");

        var result = await Cli.With("ATHENE_HOME", file).RunAsync("doctor");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Output.ShouldContain("ATHENE_HOME");
    }

    [Fact]
    public async Task Up_without_tmux_says_how_to_get_it_and_leaves_nothing_behind()
    {
        Program("git", "echo 'git version 2.40.0'");

        var result = await Cli.With("PATH", Home).RunAsync("up");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Error.ShouldContain("tmux: not found on PATH.");
        result.Error.ShouldContain("apt install tmux");
        Directory.Exists(Path.Combine(Home, "run")).ShouldBeFalse();
    }

    [Fact]
    public async Task Tmux_is_not_required_where_every_terminal_is_a_process()
    {
        var config = File("athene.yaml", "defaults:\n  runtime: process\n");

        var result = await Cli.With("PATH", Home).With("ATHENE_CONFIG", config).RunAsync("doctor", "--json");

        var tmux = result.Json.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "tmux");
        tmux.GetProperty("ok").GetBoolean().ShouldBeFalse();
        tmux.GetProperty("required").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_configuration_with_a_wrong_key_is_told_with_line_column_and_the_nearest_key()
    {
        var config = File("athene.yaml", "port: 3000\nprojcts: {}\n");

        var result = await Cli.RunAsync("up", "--config", config);

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Error.ShouldContain($"{config}:2:1");
        result.Error.ShouldContain("projects");
        Directory.Exists(Path.Combine(Home, "run")).ShouldBeFalse();
    }

    [Fact]
    public async Task Up_on_Dapr_without_Dapr_says_how_to_install_it()
    {
        Program("git", "echo 'git version 2.40.0'");
        Program("tmux", "echo 'tmux 3.4'");

        var result = await Cli.With("PATH", Home).RunAsync("up", "--dapr");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Error.ShouldContain("install-dapr-cli");
    }

    [Fact]
    public async Task An_agent_that_a_project_is_to_get_must_be_there_and_others_need_not()
    {
        Program("git", "echo 'git version 2.40.0'");
        Program("tmux", "echo 'tmux 3.4'");
        Program("dotnet", "echo 10.0.100");
        Program("claude", "echo '2.1.197 (Claude Code)'");
        var config = File("athene.yaml", $$"""
            projects:
              app: { path: {{Home}}, agent: kimi }
              other: { path: {{Home}}, sessionPrefix: oth }
            """);

        var result = await Cli.With("PATH", Home).With("ATHENE_CONFIG", config).RunAsync("doctor", "--json");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        var checks = result.Json.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!);
        (checks["kimi"].GetProperty("ok").GetBoolean(), checks["kimi"].GetProperty("required").GetBoolean()).ShouldBe((false, true));
        (checks["aider"].GetProperty("ok").GetBoolean(), checks["aider"].GetProperty("required").GetBoolean()).ShouldBe((false, false));
        checks["aider"].GetProperty("fix").GetString()!.ShouldContain("pip install");
        checks["claude-code"].GetProperty("detail").GetString().ShouldBe("2.1.197 (Claude Code)");
    }

    [Fact]
    public async Task Agents_are_listed_with_those_of_the_home_and_whether_they_are_there()
    {
        Program("mine", "echo 1.0");
        Directory.CreateDirectory(Path.Combine(Home, "agents"));
        File("agents/my-agent.yaml", """
            launch: [mine, "{prompt}"]
            install: ask me
            permissions: { suggest: [--ask] }
            """);

        var listed = (await Cli.With("PATH", Home).RunAsync("agents", "--json")).Json.GetProperty("data").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("agent").GetProperty("name").GetString()!);
        var table = await Cli.With("PATH", Home).RunAsync("agents");

        listed.Count.ShouldBeGreaterThanOrEqualTo(13);
        listed["my-agent"].GetProperty("installed").GetString().ShouldBe(Path.Combine(Home, "mine"));
        listed["my-agent"].GetProperty("agent").GetProperty("permissions").EnumerateArray().Select(mode => mode.GetString()).ShouldBe(["suggest"]);
        listed["codex"].GetProperty("installed").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        table.Output.ShouldContain("npm install -g @openai/codex");
    }

    private void Program(string name, string line)
    {
        var path = File(name, $"#!/bin/sh\n{line}\n");
        if (OperatingSystem.IsWindows()) return;
        System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
