using Athene.Contracts.Errors;
using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Runtimes;

public sealed class LauncherScriptTests
{
    [Fact]
    public void Script_sets_the_variables_and_becomes_the_agent() =>
        LauncherScript.Render(Request(["agent", "it's", "$HOME"], ("B", "2"), ("A", "1 'x'"))).ShouldBe(
            """
            #!/bin/sh
            cd -- '/w d' || exit 126
            export A='1 '\''x'\'''
            export ATHENE_SESSION_ID='app-1'
            export B='2'
            exec 'agent' 'it'\''s' '$HOME'

            """);

    [Theory]
    [InlineData("A B")]
    [InlineData("1A")]
    [InlineData("A;touch x")]
    [InlineData("")]
    public void Script_with_a_variable_name_that_no_shell_takes_is_refused(string name) =>
        Should.Throw<AtheneException>(() => LauncherScript.Render(Request(["agent"], (name, "1")))).Message.ShouldContain(name);

    [Fact]
    public void Script_with_a_zero_character_is_refused() =>
        Should.Throw<AtheneException>(() => LauncherScript.Render(Request(["agent", "a\0b"]))).Type.ShouldBe(ErrorTypes.RequestInvalid);

    [Fact]
    public void Script_counts_the_limit_in_bytes()
    {
        LauncherScript.Render(Request(["agent", new string('x', LauncherScript.ArgumentLimit - 1)])).ShouldNotBeEmpty();
        Should.Throw<AtheneException>(() => LauncherScript.Render(Request(["agent", new string('ä', LauncherScript.ArgumentLimit / 2)])));
    }

    [Fact]
    public void Socket_of_a_long_home_is_short_and_its_own()
    {
        var one = TmuxSocket.PathFor("/tmp/" + new string('a', 120));
        var two = TmuxSocket.PathFor("/tmp/" + new string('b', 120));

        one.Length.ShouldBeLessThan(100);
        one.ShouldNotBe(two);
        TmuxSocket.PathFor("/h").ShouldBe("/h/run/tmux.sock");
    }

    private static RuntimeRequest Request(string[] command, params (string Name, string Value)[] variables) => new(
        "app-1", "op", "/w d", command, variables.ToDictionary(variable => variable.Name, variable => variable.Value), "/l");
}
