namespace Athene.TrackerBridge.Webhooks.Normalising;

/// <summary>What a webhook is about (spec trackers-scm-notifiers.md §10).</summary>
public enum HintKind
{
    PullRequest,
    Review,
    Comment,
    Checks,
    Push,
    Issue,
}
