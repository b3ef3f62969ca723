using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Tests.Webhooks;

/// <summary>Says what a hint must be, in one line.</summary>
internal static class HintAssertions
{
    public static void ShouldBe(
        this WebhookHint? hint, HintKind kind, Urgency urgency, IReadOnlyList<int> numbers, string? branch = null, string? sha = null)
    {
        hint.ShouldNotBeNull().Repo.ShouldBe("acme/app");
        (hint.Kind, hint.Urgency, hint.Branch, hint.Sha).ShouldBe((kind, urgency, branch, sha));
        hint.Numbers.ShouldBe(numbers);
    }
}
