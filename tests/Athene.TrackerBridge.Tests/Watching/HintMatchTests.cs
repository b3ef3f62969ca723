using Athene.TrackerBridge.Watching;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Tests.Watching;

public sealed class HintMatchTests
{
    private static readonly PullRequestFacts Known = PullRequestFacts.Of(Samples.Snapshot);

    public static TheoryData<WebhookHint, Urgency> Hints => new()
    {
        { Hint() with { Numbers = [42] }, Urgency.Now },
        { Hint() with { Branch = "feat/x" }, Urgency.Now },
        { Hint() with { Sha = "abc123" }, Urgency.Now },
        { Hint() with { Repo = "ACME/App", Numbers = [42] }, Urgency.Now },
        { Hint() with { Numbers = [42], Urgency = Urgency.Soon }, Urgency.Soon },
        { Hint(), Urgency.Soon },
        { Hint() with { Kind = HintKind.Push, Branch = "main", Sha = "fff" }, Urgency.Soon },
        { Hint() with { Branch = "main", Sha = "fff" }, Urgency.Nothing },
        { Hint() with { Numbers = [43], Branch = "feat/y" }, Urgency.Nothing },
        { Hint() with { Repo = "acme/other", Numbers = [42] }, Urgency.Nothing },
        { Hint() with { Kind = HintKind.Issue, Numbers = [42] }, Urgency.Nothing },
    };

    [Theory]
    [MemberData(nameof(Hints))]
    public void UrgencyFor_hint_isThatOfWhatItNames(WebhookHint hint, Urgency urgency) => HintMatch.UrgencyFor(hint, Samples.Target(42), Known).ShouldBe(urgency);

    [Fact]
    public void UrgencyFor_branchThatHasNoneYet_isThatOfItsBranch() =>
        HintMatch.UrgencyFor(Hint() with { Numbers = [7], Branch = "feat/x" }, Samples.Target(branch: "feat/x"), null).ShouldBe(Urgency.Now);

    private static WebhookHint Hint() => new(HintKind.Checks, "acme/app", Urgency.Now);
}
