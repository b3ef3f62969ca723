using Athene.Contracts.PullRequests;
using Athene.Testing.GitHub;
using Athene.TrackerBridge.GitHub.Failures;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.Tests.GitHub;

public sealed class GitHubFailuresTests : IAsyncLifetime
{
    private GitHubBench bench = null!;
    private GitHubPull pull = null!;

    public async Task InitializeAsync()
    {
        bench = await GitHubBench.StartAsync();
        pull = await GitHubBench.OpenAsync(await bench.GitHub.CreateRepositoryAsync("acme/app"));
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Read_job_hasStepAndLogWithoutStampsAndColours()
    {
        var check = await pull.FailCheckAsync("build", "Run tests", "\u001b[31mError: expected 2 but was 3\u001b[0m", "at Calculator.Add");

        var job = (await ReadAsync()).Jobs.ShouldHaveSingleItem();

        (job.Name, job.Step).ShouldBe(("build", "Run tests"));
        job.Url.ShouldNotBeNull().ShouldEndWith($"/job/{check.Id}");
        job.LogTail.ShouldNotBeNull().ShouldEndWith("Run Run tests\nError: expected 2 but was 3\nat Calculator.Add\nProcess completed with exit code 1.");
    }

    [Fact]
    public async Task Read_longLog_isItsEnd()
    {
        await pull.FailCheckAsync("build", "Run tests", [.. Enumerable.Range(1, 1000).Select(number => $"line {number}")]);

        var lines = (await ReadAsync()).Jobs[0].LogTail!.Split('\n');

        (lines.Length, lines[0], lines[^2]).ShouldBe((120, "line 882", "line 1000"));
    }

    [Fact]
    public async Task Read_otherChecks_sayWhatTheySayOfThemselves()
    {
        await pull.FailAppCheckAsync("lint", "2 problems", "See below.", new GitHubAnnotation("a.txt", 7, "failure", "Unused."));
        await pull.SetStatusAsync("ci/legacy", "error", "The build broke", "https://ci.example.com/1");

        (await ReadAsync()).Jobs.ShouldSatisfyAllConditions(
            jobs => jobs[0].Name.ShouldBe("lint"),
            jobs => jobs[0].LogTail.ShouldBe("2 problems\n\nSee below.\n\na.txt:7: failure: Unused."),
            jobs => jobs[1].ShouldBe(new FailedJob("ci/legacy", LogTail: "The build broke", Url: "https://ci.example.com/1")));
    }

    [Fact]
    public async Task Read_whatPassed_isNotInIt()
    {
        await pull.EndCheckAsync("good");
        await pull.EndCheckAsync("skipped", "skipped");
        await pull.EndCheckAsync("stopped", "cancelled");

        (await ReadAsync()).Jobs.Select(job => job.Name).ShouldBe(["stopped"]);
    }

    [Fact]
    public async Task Tail_ofALineWithoutAnEnd_isItsBeginning()
    {
        using var log = new StringReader(new string('x', 100_000) + "\r\nlast\rline");

        (await LogTail.ReadAsync(log, CancellationToken.None)).ShouldBe($"{new string('x', 500)}…\nlast\nline");
        (await new BoundedLines(new StringReader(new string('x', 100_000)), 1000).NextAsync(long.MaxValue, CancellationToken.None)).ShouldNotBeNull().Length.ShouldBe(1000);
    }

    [Fact]
    public async Task Tail_endsAtTheLastErrorOfTheRunner() =>
        (await LogTail.ReadAsync(new StringReader("one\n##[error]two\nPost job cleanup\n"), CancellationToken.None)).ShouldBe("one\ntwo");

    [Theory]
    [InlineData("2026-01-01T00:00:00.1234567Z text", "text")]
    [InlineData("\uFEFF2026-01-01T00:00:00Z \u001b[1;31mred\u001b[0m", "red")]
    [InlineData("\u001b]0;title\u0007after", "after")]
    [InlineData("\u001b[2K\rprogress", "progress")]
    [InlineData("##[group]Run make", "Run make")]
    [InlineData("##[endgroup]", null)]
    [InlineData("tab\tstays", "tab\tstays")]
    public void Clean_line_isWhatAPersonWouldRead(string line, string? expected) => LogTail.Clean(line).ShouldBe(expected);

    private Task<FailureReport> ReadAsync() => bench.Get<IFailureReader>().ReadAsync(
        new FailureLookup(new PullRequestLookup("app", "1", "github", "acme/app"), pull.HeadSha), CancellationToken.None);
}
