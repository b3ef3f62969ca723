using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class PostCreateTests : IDisposable
{
    private readonly TemporaryDirectory home = new();
    private readonly GitWorktrees workspaces = new(TimeProvider.System);

    public PostCreateTests()
    {
        Directory.CreateDirectory(home.Combine("repo", "config"));
        Directory.CreateDirectory(home.Combine("work"));
        File.WriteAllText(home.Combine("repo", ".env"), "SECRET=1");
        File.WriteAllText(home.Combine("repo", "config", "local.json"), "{}");
    }

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Links_share_files_and_directories_of_the_repository_and_replace_what_is_there()
    {
        File.WriteAllText(home.Combine("work", ".env"), "old");

        await RunAsync(new PostCreateRules([".env", "config/local.json", "missing"], []));

        File.ReadAllText(home.Combine("work", ".env")).ShouldBe("SECRET=1");
        new FileInfo(home.Combine("work", "config", "local.json")).LinkTarget.ShouldBe(home.Combine("repo", "config", "local.json"));
        Path.Exists(home.Combine("work", "missing")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("config/../../x")]
    [InlineData(".git/hooks")]
    [InlineData("")]
    public async Task Links_that_lead_out_are_refused(string link) =>
        (await Should.ThrowAsync<AtheneException>(RunAsync(new PostCreateRules([link], [])))).Message.ShouldContain($"'{link}'");

    [Fact]
    public async Task Links_through_a_link_that_leads_out_are_refused()
    {
        Directory.CreateDirectory(home.Combine("outside"));
        Directory.CreateSymbolicLink(home.Combine("work", "config"), home.Combine("outside"));

        await Should.ThrowAsync<AtheneException>(RunAsync(new PostCreateRules(["config/local.json"], [])));

        Directory.EnumerateFileSystemEntries(home.Combine("outside")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Commands_run_in_order_in_the_worktree()
    {
        await RunAsync(new PostCreateRules([], ["echo one > log", "echo two >> log && pwd >> log"]));

        File.ReadAllText(home.Combine("work", "log")).ShouldBe($"one\ntwo\n{home.Combine("work")}\n");
    }

    [Fact]
    public async Task A_failing_command_ends_it_with_its_exit_code_and_output()
    {
        var error = await Should.ThrowAsync<AtheneException>(
            RunAsync(new PostCreateRules([], ["echo out; echo err >&2; exit 3", "touch never"])));

        error.Message.ShouldContain("exit code 3");
        error.Message.ShouldContain("out");
        error.Message.ShouldContain("err");
        File.Exists(home.Combine("work", "never")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_command_that_does_not_end_is_killed_with_its_children()
    {
        var rules = new PostCreateRules([], ["sleep 911 & echo $! > child; wait"]) { CommandTimeout = TimeSpan.FromSeconds(1) };

        var error = await Should.ThrowAsync<AtheneException>(RunAsync(rules));

        error.Message.ShouldContain("did not end within 1 s");
        var child = File.ReadAllText(home.Combine("work", "child")).Trim();
        await Eventually.TrueAsync(() => Task.FromResult(!Directory.Exists($"/proc/{child}")), "the end of the child");
    }

    private Task RunAsync(PostCreateRules rules) => workspaces.PostCreateAsync(home.Combine("repo"), home.Combine("work"), rules, default);
}
