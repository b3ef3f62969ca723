using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Messages;

namespace Athene.Lifecycle.Tests.Messages;

/// <summary>Messages about more than a message can hold.</summary>
public sealed class FittingTests
{
    [Theory]
    [InlineData('x')]
    [InlineData('`')]
    public void Review_with_many_long_remarks_fits_and_says_what_is_left_out(char letter)
    {
        var threads = Enumerable.Range(0, 60).Select(number => Sample.Thread($"t{number}", body: new string(letter, 20_000))).ToList();
        var reviews = Enumerable.Range(0, 20)
            .Select(number => new ReviewDocument($"r{number}", "anna", false, true, ReviewDecision.ChangesRequested, new string(letter, 20_000))).ToList();
        var text = ReviewText.Of(Sample.PullRequest(), threads, reviews, "Be quick.");
        text.Length.ShouldBeLessThanOrEqualTo(Fitting.LongestMessage);
        text.ShouldContain("of 20000 characters are left out)");
        text.ShouldContain("… and 40 more");
    }

    [Fact]
    public void Failure_of_many_checks_with_long_logs_fits_and_says_what_is_left_out()
    {
        var checks = Enumerable.Range(0, 100).Select(number => new CheckDocument($"build-{number}", CheckState.Failed)).ToList();
        var report = new FailureReport("sha-1", [.. checks.Select(check => new FailedJob(check.Name, "Run", new string('x', 20_000)))]);
        var effect = new TellAgentOfFailures(new FailureLookup(new PullRequestLookup("app", Sample.Url), "sha-1"), 42, Sample.Url, checks);
        var text = FailureText.Of(effect, report);
        text.Length.ShouldBeLessThanOrEqualTo(Fitting.LongestMessage);
        text.ShouldContain("of 20000 characters are left out)");
        text.ShouldContain("… and 70 more");
    }

    [Fact]
    public void Remark_that_fits_is_whole() =>
        ReviewText.Of(Sample.PullRequest(), [Sample.Thread("t1", body: new string('x', 6_000))], [], null).ShouldContain($"\n{new string('x', 6_000)}\n");
}
