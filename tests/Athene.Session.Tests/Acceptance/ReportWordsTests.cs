using Athene.Contracts.Lifecycle;
using Athene.Session.Reports;

namespace Athene.Session.Tests.Acceptance;

public sealed class ReportWordsTests
{
    [Theory]
    [InlineData("acknowledge", SessionState.Working, SessionReason.AgentAcknowledged)]
    [InlineData("working", SessionState.Working, SessionReason.TaskInProgress)]
    [InlineData("Needs-Input", SessionState.NeedsInput, SessionReason.AwaitingUserInput)]
    [InlineData(" ci ", SessionState.Working, SessionReason.FixingCi)]
    [InlineData("reviews", SessionState.Working, SessionReason.ResolvingReviewComments)]
    [InlineData("pr-created", SessionState.Idle, SessionReason.PrCreated)]
    [InlineData("completed", SessionState.Idle, SessionReason.ResearchComplete)]
    public void Meaning_knowsEveryWordAndItsShortForms(string word, SessionState state, SessionReason reason) =>
        ReportWords.Meaning(word).ShouldBe((state, reason));

    [Theory]
    [InlineData("done")]
    [InlineData("terminated")]
    [InlineData("merged")]
    [InlineData("")]
    public void Meaning_ofWhatIsNotTheAgentsToSay_isNothing(string word) => ReportWords.Meaning(word).ShouldBeNull();
}
