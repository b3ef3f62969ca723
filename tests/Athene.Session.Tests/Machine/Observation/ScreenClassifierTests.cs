using Athene.Configuration.Agents;
using Athene.Session.Machine.Observation;

namespace Athene.Session.Tests.Machine.Observation;

public sealed class ScreenClassifierTests
{
    private static readonly ScreenClassifier Classifier = new(new ActivityPatterns(["Allow this\\?"], ["rate limit"], ["esc to interrupt"]));

    [Theory]
    [InlineData("esc to interrupt\nrate limit\nAllow this? (y/n)", AgentActivity.WaitingInput, "Allow this? (y/n)")]
    [InlineData("esc to interrupt\n  hit a rate limit  ", AgentActivity.Blocked, "hit a rate limit")]
    [InlineData("thinking (esc to interrupt)", AgentActivity.Active, "thinking (esc to interrupt)")]
    [InlineData("$", AgentActivity.Unknown, null)]
    [InlineData("", AgentActivity.Unknown, null)]
    public void Classify_ranks_waiting_over_blocked_over_active(string screen, AgentActivity activity, string? evidence) =>
        (Classifier.Classify(screen) with { Text = null }).ShouldBe(new ScreenVerdict(activity, evidence));

    [Fact]
    public void Classify_with_a_pattern_that_never_ends_says_nothing_and_does_not_hang() =>
        new ScreenClassifier(new ActivityPatterns(["^(a+)+$"], [], [])).Classify(new string('a', 40) + "!").ShouldBe(ScreenVerdict.None);
}
