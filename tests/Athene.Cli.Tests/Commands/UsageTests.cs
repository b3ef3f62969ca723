using Athene.Cli.Tests.Support;

namespace Athene.Cli.Tests.Commands;

public sealed class UsageTests : CliTest
{
    [Theory]
    [InlineData("lss")]
    [InlineData("get")]
    [InlineData("ls", "--nonsense")]
    [InlineData("output", "app-1", "--lines", "many")]
    [InlineData("output", "app-1", "--lines", "0")]
    [InlineData("spawn", "1", "2")]
    [InlineData("project")]
    public async Task A_command_line_that_makes_no_sense_ends_with_2_and_says_where_to_look(params string[] arguments)
    {
        var result = await Cli.RunAsync(arguments);

        result.ExitCode.ShouldBe(ExitCode.WrongUsage);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("→");
    }

    [Fact]
    public async Task A_mistyped_command_is_answered_with_the_nearest_one()
    {
        var result = await Cli.RunAsync("spwan");

        result.Error.ShouldBe("athene: 'spwan' is not a command of athene.\n  → Did you mean: athene spawn\n");
    }

    [Fact]
    public async Task Wrong_usage_with_json_is_a_problem_document_on_standard_error()
    {
        var result = await Cli.RunAsync("get", "--json");

        result.ExitCode.ShouldBe(ExitCode.WrongUsage);
        result.Output.ShouldBeEmpty();
        result.Problem.GetProperty("type").GetString().ShouldEndWith("/errors/request-invalid");
    }

    [Theory]
    [InlineData("ls")]
    [InlineData("status")]
    [InlineData("spawn", "7")]
    [InlineData("send", "app-1", "hello")]
    [InlineData("project", "ls")]
    public async Task Without_running_services_a_command_ends_with_5_and_says_how_to_start_them(params string[] arguments)
    {
        var result = await Cli.RunAsync(arguments);

        result.ExitCode.ShouldBe(ExitCode.NotRunning);
        result.Error.ShouldContain("athene up --detach");
    }

    [Fact]
    public async Task Down_without_running_services_has_nothing_to_stop()
    {
        var result = await Cli.RunAsync("down", "--json");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Json.GetProperty("stopped").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var result = await Cli.RunAsync("--help");

        result.ExitCode.ShouldBe(ExitCode.Done);
        foreach (var command in (string[])["up", "down", "status", "doctor", "project", "spawn", "ls", "get", "output", "attach", "send", "kill", "claim", "cleanup", "events", "report"])
        {
            result.Output.ShouldContain($"  {command} ");
        }
    }

    [Fact]
    public async Task Report_outside_a_session_says_that_it_is_for_agents()
    {
        var result = await Cli.RunAsync("report", "completed");

        result.ExitCode.ShouldBe(ExitCode.WrongUsage);
        result.Error.ShouldContain("inside a session");
    }
}
