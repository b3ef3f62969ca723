using Athene.Session.Hooks;
using Athene.Session.Tests.Machine.Workspaces;

namespace Athene.Session.Tests.Hooks;

/// <summary>Athene's git, gh and hook program, run by a real shell.</summary>
public sealed class WrapperTests : IAsyncLifetime
{
    private WrapperHome home = null!;

    public async Task InitializeAsync() => home = await WrapperHome.CreateAsync();

    public Task DisposeAsync()
    {
        home.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("checkout", "-b", "feat/x")]
    [InlineData("switch", "-c", "feat/x")]
    [InlineData("-c", "core.pager=cat", "checkout", "-B", "feat/x")]
    [InlineData("branch", "-m", "feat/x")]
    public async Task Git_thatChangesTheBranch_tellsAthene(params string[] arguments)
    {
        using var repository = new Repository();

        var answer = await home.RunAsync("git", arguments, workingDirectory: repository.Path);

        answer.ExitCode.ShouldBe(0, answer.StandardError);
        home.Spool.Read(WrapperHome.SessionId).ShouldHaveSingleItem().Fact.ShouldNotBeNull().Event.ShouldBe(HookMeaning.HeadMoved);
    }

    [Fact]
    public async Task Git_otherwise_isGitAndNothingElse()
    {
        using var repository = new Repository();

        var asked = await home.RunAsync("git", ["branch", "--show-current"], workingDirectory: repository.Path);
        var refused = await home.RunAsync("git", ["checkout", "no-such-branch"], workingDirectory: repository.Path);
        var odd = await home.RunAsync("git", ["log", "--format=%s; $(touch x) 'a b'", "-1"], workingDirectory: repository.Path);

        asked.StandardOutput.ShouldBe("main\n");
        refused.ExitCode.ShouldBe(1);
        refused.StandardError.ShouldContain("did not match");
        refused.StandardOutput.ShouldBeEmpty();
        odd.StandardOutput.ShouldBe("start; $(touch x) 'a b'\n");
        home.Spool.Read(WrapperHome.SessionId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Git_isTheOneAfterTheWrapperInThePath()
    {
        home.Write("git", "echo mine");
        var another = await WrapperHome.CreateAsync();
        using (another)
        {
            // An Athene inside a session of another one: neither wrapper may take the other for the real git.
            var answer = await home.RunAsync("git", ["status"], path: $"{home.Home.WrappersDirectory}:{another.Home.WrappersDirectory}:{home.Programs}:/usr/bin:/bin");

            answer.StandardOutput.ShouldBe("mine\n");
        }
    }

    [Fact]
    public async Task Git_thatIsNotThere_isSaidAsAShellWould()
    {
        var answer = await home.RunAsync("git", ["status"], path: home.Home.WrappersDirectory);

        answer.ExitCode.ShouldBe(127);
        answer.StandardError.ShouldContain("git: not found");
    }

    [Theory]
    [InlineData("pr-created", "pr", "create", "--title", "a 'b' $(c)")]
    [InlineData("draft-pr-created", "pr", "-R", "o/r", "create", "--draft")]
    public async Task Gh_thatOpensAPullRequest_showsItsAnswerToAtheneToo(string expected, params string[] arguments)
    {
        home.Write("gh", """for word; do echo "<$word>" >&2; done; cat >&2; echo https://github.com/o/r/pull/12""");

        var answer = await home.RunAsync("gh", arguments, input: "typed");

        answer.StandardOutput.ShouldBe("https://github.com/o/r/pull/12\n");
        answer.StandardError.ShouldBe(string.Concat(arguments.Select(word => $"<{word}>\n")) + "typed");
        answer.ExitCode.ShouldBe(0);
        var fact = home.Spool.Read(WrapperHome.SessionId).ShouldHaveSingleItem().Fact.ShouldNotBeNull();
        fact.Event.ShouldBe(expected);
        HookMeaning.Of(fact).PullRequest.ShouldBe("https://github.com/o/r/pull/12");
    }

    [Theory]
    [InlineData("pr", "create")]
    [InlineData("issue", "create")]
    public async Task Gh_thatFailsOrDoesSomethingElse_isGhAndNothingElse(params string[] arguments)
    {
        home.Write("gh", "echo out; echo err >&2; exit 4");

        var answer = await home.RunAsync("gh", arguments);

        (answer.ExitCode, answer.StandardOutput, answer.StandardError).ShouldBe((4, "out\n", "err\n"));
        home.Spool.Read(WrapperHome.SessionId).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../app-1")]
    [InlineData("app-1/..")]
    [InlineData("app-2")]
    public async Task Hook_outsideOfASessionThatIsOpen_writesNothingAndSaysNothing(string? sessionId)
    {
        var answer = await home.RunAsync("athene-hook", ["codex", "turn-ended", "100", "x"], sessionId);

        (answer.ExitCode, answer.StandardOutput, answer.StandardError).ShouldBe((0, "", ""));
        Directory.EnumerateFiles(home.Home.SpoolDirectory, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hook_keepsAsMuchAsItWasToldTo_andTakesAllOfItsInput()
    {
        var answer = await home.RunAsync("athene-hook", ["claude-code", "Stop", "5"], input: new string('x', 1_000_000));

        (answer.ExitCode, answer.StandardOutput, answer.StandardError).ShouldBe((0, "", ""));
        home.Spool.Read(WrapperHome.SessionId).ShouldHaveSingleItem().Fact.ShouldNotBeNull().Body.ShouldBe("xxxxx");
    }
}
