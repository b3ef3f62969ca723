using System.ComponentModel;
using System.Text;
using Athene.Processes.Buffered;
using Athene.Processes.Exceptions;

namespace Athene.Processes.Tests;

public sealed class CommandTests : IDisposable
{
    private static readonly Command Shell = Cli.Wrap("/bin/sh");

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task I_can_run_a_program_and_get_all_that_it_prints()
    {
        var result = await Script("echo out; echo err >&2").ExecuteBufferedAsync();

        result.ExitCode.ShouldBe(0);
        result.IsSuccess.ShouldBeTrue();
        result.StandardOutput.ShouldBe("out\n");
        result.StandardError.ShouldBe("err\n");
        result.RunTime.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b\tc\nd\r\ne")]
    [InlineData("\"quoted\" and 'single'")]
    [InlineData("back\\slash \\\" \\\\\" end\\")]
    [InlineData("\\")]
    [InlineData("a\\ b\\")]
    [InlineData("$(touch x) `y` $HOME; | & > < * ? [ ] { } ~ # % !")]
    [InlineData("🦉 Ελληνικά\u00a0\u2028x")]
    [InlineData("-x")]
    public async Task I_can_pass_any_argument_unchanged(string argument)
    {
        var result = await Shell.WithArguments(["-c", "printf %s \"$1\"; printf :%s \"$#\"", "sh", argument, "last"]).ExecuteBufferedAsync();

        result.StandardOutput.ShouldBe($"{argument}:2");
    }

    [Fact]
    public async Task I_can_build_arguments_step_by_step()
    {
        var command = Cli.Wrap("printf").WithArguments(arguments => arguments.Add("%s|").Add(["a b", "c"]).Add(7));

        (await command.ExecuteBufferedAsync()).StandardOutput.ShouldBe("a b|c|7|");
        command.ToString().ShouldBe("printf %s| \"a b\" c 7");
    }

    [Fact]
    public async Task I_can_set_and_remove_variables_and_choose_the_directory()
    {
        var command = Script("pwd; echo \"$GIVEN-${HOME-none}\"")
            .WithWorkingDirectory(directory.Path)
            .WithEnvironmentVariables(variables => variables.Set("GIVEN", "a b").Set("HOME", null));

        (await command.ExecuteBufferedAsync()).StandardOutput.ShouldBe($"{directory.Path}\na b-none\n");
    }

    [Fact]
    public void I_can_change_a_command_without_changing_the_one_that_it_came_from()
    {
        var one = Script("true");
        var two = one.WithWorkingDirectory("/tmp").WithValidation(CommandResultValidation.None).WithTargetFile("sh");

        one.Validation.ShouldBe(CommandResultValidation.ZeroExitCode);
        one.TargetFilePath.ShouldBe("/bin/sh");
        two.Arguments.ShouldBe(one.Arguments);
        two.WorkingDirPath.ShouldBe("/tmp");
    }

    [Fact]
    public async Task I_can_give_a_program_its_input()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(n => $"line {n}\n"));

        (await Cli.Wrap("cat").WithStandardInputPipe(PipeSource.FromString(text)).ExecuteBufferedAsync()).StandardOutput.ShouldBe(text);
    }

    [Fact]
    public async Task I_can_give_input_to_a_program_that_does_not_read_it()
    {
        var result = await Script("exit 0").WithStandardInputPipe(PipeSource.FromString(new string('x', 1 << 20))).ExecuteAsync();

        result.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task I_can_read_output_line_by_line_and_into_a_string_builder()
    {
        var lines = new List<string>();
        var errors = new StringBuilder();

        await Script("echo one; echo two; echo bad >&2")
            .WithStandardOutputPipe(PipeTarget.ToDelegate(lines.Add))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(errors))
            .ExecuteAsync();

        lines.ShouldBe(["one", "two"]);
        errors.ToString().ShouldBe("bad\n");
    }

    [Fact]
    public async Task I_can_run_a_program_that_prints_more_than_a_pipe_holds_and_ignore_it() =>
        (await Script("head -c 1000000 /dev/zero").ExecuteAsync()).ExitCode.ShouldBe(0);

    [Fact]
    public async Task I_get_an_error_that_says_what_to_do_when_a_program_fails()
    {
        var error = await Should.ThrowAsync<CommandExecutionException>(() => Script("echo why >&2; exit 7").ExecuteBufferedAsync().Task);

        error.ExitCode.ShouldBe(7);
        error.Message.ShouldContain("exit code 7");
        error.Message.ShouldContain("why");
        error.Message.ShouldContain("WithValidation(CommandResultValidation.None)");
        await Should.ThrowAsync<CommandExecutionException>(() => Script("exit 7").ExecuteAsync().Task);
    }

    [Fact]
    public async Task I_can_take_a_failing_exit_code_as_a_result() =>
        (await Script("exit 7").WithValidation(CommandResultValidation.None).ExecuteBufferedAsync()).ExitCode.ShouldBe(7);

    [Fact]
    public void I_get_an_error_that_says_what_to_do_when_the_program_is_not_there() =>
        Should.Throw<Win32Exception>(() => { Cli.Wrap("no-such-program").ExecuteAsync(); }).Message.ShouldContain("Install it");

    [Fact]
    public void I_get_an_error_that_names_a_missing_working_directory() =>
        Should.Throw<Win32Exception>(() => { Script("true").WithWorkingDirectory("/no/such").ExecuteAsync(); }).Message.ShouldContain("'/no/such'");

    [Fact]
    public async Task I_get_the_error_of_my_own_delegate_and_the_program_is_killed()
    {
        var command = Script("while :; do echo x; done").WithStandardOutputPipe(PipeTarget.ToDelegate(Fail));

        await Should.ThrowAsync<FormatException>(() => command.ExecuteAsync().Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static void Fail(string line) => throw new FormatException(line);

    private static Command Script(string script) => Shell.WithArguments(["-c", script]);
}
