using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.TrackerBridge.Local;

namespace Athene.TrackerBridge.Tests.Local;

public sealed class LocalTrackerTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly LocalTracker tracker = new(new FakeTimeProvider());

    private string Project => Directory.CreateDirectory(folder.Combine("project")).FullName;

    public void Dispose()
    {
        tracker.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("7.md", "7", "7")]
    [InlineData("7.md", "#7", "7")]
    [InlineData("7-fix-the-login.md", "7", "7")]
    [InlineData("INT-9.md", "INT-9", "INT-9")]
    [InlineData("INT-9-words.md", "int-9", "INT-9")]
    [InlineData("v1.2.md", "v1.2", "v1.2")]
    public async Task Find_knows_an_issue_by_the_name_of_its_file(string file, string issue, string id)
    {
        Write(file, "# Title\n\nBody");

        (await FindAsync(issue)).ShouldNotBeNull().Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("INT")]
    [InlineData("71")]
    [InlineData("fix the login, please")]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("../../project/.athene/issues/7")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task Find_of_anything_else_is_no_issue(string issue)
    {
        Write("7.md", "# Seven");
        Write("INT-9.md", "# Nine");
        await File.WriteAllTextAsync(folder.Combine("secret.md"), "# Secret");

        (await FindAsync(issue)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_reads_title_body_and_front_matter()
    {
        Write(
            "7.md",
            """
            ---
            title: "Fix: the login"
            state: closed
            labels: [bug, "agent:backlog"]
            branch: fix/login
            author: ada
            estimate: 3
            ---

            # Another heading

            Body with `$(code)` and 😀.
            """);

        var issue = (await FindAsync("7")).ShouldNotBeNull();

        issue.Title.ShouldBe("Fix: the login");
        issue.Body.ShouldBe("# Another heading\n\nBody with `$(code)` and 😀.");
        issue.Completed.ShouldBeTrue();
        issue.Labels.ShouldBe(["bug", "agent:backlog"]);
        issue.Branch.ShouldBe("fix/login");
        issue.Author.ShouldBe("ada");
        issue.Provider.ShouldBe("local");
        issue.DefaultBranchName.ShouldBe("feat/issue-7");
    }

    [Theory]
    [InlineData("# Fix it\n\nPlease.", "Fix it", "Please.")]
    [InlineData("\r\n# Fix it #\r\nPlease.\r\n", "Fix it", "Please.")]
    [InlineData("Just text.", "Issue 7", "Just text.")]
    [InlineData("", "Issue 7", "")]
    [InlineData("---\nlabels: a, b\n---\n# Fix it\n", "Fix it", "")]
    [InlineData("--- no front matter\n# x", "Issue 7", "--- no front matter\n# x")]
    public async Task Find_takes_the_first_heading_as_the_title(string text, string title, string body)
    {
        Write("7.md", text);

        var issue = (await FindAsync("7")).ShouldNotBeNull();

        (issue.Title, issue.Body).ShouldBe((title, body));
    }

    [Theory]
    [InlineData("INT-9", "feat/INT-9")]
    [InlineData("12", "feat/issue-12")]
    public async Task Find_names_the_branch_of_the_issue(string id, string branch)
    {
        Write($"{id}.md", "# x");

        (await FindAsync(id)).ShouldNotBeNull().DefaultBranchName.ShouldBe(branch);
    }

    [Fact]
    public async Task Find_refuses_a_file_that_links_out_of_the_folder()
    {
        await File.WriteAllTextAsync(folder.Combine("secret.md"), "# Secret");
        Write("1.md", "# One");
        File.CreateSymbolicLink(Path.Combine(Project, ".athene", "issues", "7.md"), folder.Combine("secret.md"));

        var refusal = await Should.ThrowAsync<AtheneException>(() => FindAsync("7"));

        refusal.Type.ShouldBe(ErrorTypes.IssueFetchFailed);
        refusal.Message.ShouldContain("leads out of its folder");
    }

    [Fact]
    public async Task Find_ignores_a_default_folder_that_links_out_of_the_project()
    {
        Directory.CreateDirectory(folder.Combine("elsewhere"));
        await File.WriteAllTextAsync(folder.Combine("elsewhere", "7.md"), "# Elsewhere");
        Directory.CreateSymbolicLink(Path.Combine(Project, "issues"), folder.Combine("elsewhere"));

        (await FindAsync("7")).ShouldBeNull();
        (await FindAsync("7", issuesPath: "issues")).ShouldNotBeNull().Title.ShouldBe("Elsewhere");
    }

    [Fact]
    public async Task Find_of_an_issue_that_two_files_claim_names_both()
    {
        Write("7-a.md", "# a");
        Write("7-b.md", "# b");

        (await Should.ThrowAsync<AtheneException>(() => FindAsync("7"))).Message.ShouldContain("7-a.md and 7-b.md");
    }

    [Fact]
    public async Task Find_of_broken_front_matter_says_so()
    {
        Write("7.md", "---\ntitle: [\n---\n");

        (await Should.ThrowAsync<AtheneException>(() => FindAsync("7"))).Message.ShouldContain("front matter of '7.md'");
    }

    [Fact]
    public async Task Find_refuses_a_file_that_nobody_can_have_written()
    {
        Write("7.md", new string('x', 2 * 1024 * 1024));

        (await Should.ThrowAsync<AtheneException>(() => FindAsync("7"))).Message.ShouldContain("larger than 1 MiB");
    }

    private Task<IssueDocument?> FindAsync(string issue, string? issuesPath = null) =>
        tracker.FindAsync(new IssueLookup(new IssueSource("app", Project) { IssuesPath = issuesPath }, issue), CancellationToken.None);

    private void Write(string file, string text)
    {
        var issues = Directory.CreateDirectory(Path.Combine(Project, ".athene", "issues")).FullName;
        File.WriteAllText(Path.Combine(issues, file), text);
    }
}
