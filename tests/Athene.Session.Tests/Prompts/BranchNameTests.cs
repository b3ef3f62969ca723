using Athene.Session.Prompts;

namespace Athene.Session.Tests.Prompts;

public sealed class BranchNameTests
{
    [Fact]
    public void Case001_Without_an_issue_the_branch_is_that_of_the_session() =>
        BranchName.ForWorker("app-1").ShouldBe("session/app-1");

    [Theory]
    [InlineData("user/int-5", null, "user/int-5")]
    [InlineData("bad name~1", null, "feat/issue-7")]
    [InlineData(null, null, "feat/issue-7")]
    [InlineData("user/int-5", "mine", "mine")]
    public void Case008_The_request_outranks_the_issue_and_the_issue_the_tracker(string? issueBranch, string? requested, string expected) =>
        BranchName.ForWorker("app-1", requested, "7", issueBranch, "feat/issue-7").ShouldBe(expected);

    [Theory]
    [InlineData("INT-9999", "feat/INT-9999")]
    [InlineData("a..b", "feat/a-b")]
    [InlineData("!!!", "feat/app-1")]
    [InlineData("Fix Login Bug!", "feat/fix-login-bug")]
    [InlineData("#7", "feat/7")]
    [InlineData("x.lock", "feat/x-lock")]
    [InlineData("../../etc/passwd", "feat/etc-passwd")]
    [InlineData("--force", "feat/force")]
    [InlineData("日本語", "feat/app-1")]
    public void Case009_An_issue_without_tracker_becomes_a_slug(string issue, string expected) =>
        BranchName.ForWorker("app-1", issueId: issue).ShouldBe(expected);

    [Fact]
    public void Case009_A_slug_has_at_most_60_characters_and_no_dash_at_its_end()
    {
        var branch = BranchName.ForWorker("app-1", issueId: string.Concat(Enumerable.Repeat("abcd ", 25)));

        branch.Length.ShouldBeLessThanOrEqualTo("feat/".Length + 60);
        branch.ShouldStartWith("feat/abcd-abcd");
        branch.ShouldNotEndWith("-");
    }

    [Theory]
    [InlineData("main", true)]
    [InlineData("feat/x.y_z-1", true)]
    [InlineData("a@b", true)]
    [InlineData("ünïcode", true)]
    [InlineData("", false)]
    [InlineData("@", false)]
    [InlineData(".x", false)]
    [InlineData("/x", false)]
    [InlineData("-x", false)]
    [InlineData("x.", false)]
    [InlineData("x/", false)]
    [InlineData("x.lock", false)]
    [InlineData("x.lock/y", false)]
    [InlineData("a..b", false)]
    [InlineData("a//b", false)]
    [InlineData("a/.b", false)]
    [InlineData("a@{b", false)]
    [InlineData("a b", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\u007fb", false)]
    [InlineData("a~b", false)]
    [InlineData("a^b", false)]
    [InlineData("a:b", false)]
    [InlineData("a?b", false)]
    [InlineData("a*b", false)]
    [InlineData("a[b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a\n", false)]
    public void A_name_is_safe_when_git_takes_it_and_no_option_parser_misreads_it(string name, bool safe) =>
        BranchName.IsGitSafe(name).ShouldBe(safe);
}
