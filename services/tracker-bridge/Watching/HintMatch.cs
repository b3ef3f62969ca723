using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Watching;

/// <summary>Which targets a hint concerns, and how much (spec trackers-scm-notifiers.md §10). Pure.</summary>
public static class HintMatch
{
    public static Urgency UrgencyFor(WebhookHint hint, WatchTarget target, PullRequestFacts? known)
    {
        if (hint.Kind is HintKind.Issue || !target.Query.Repo.Equals(hint.Repo, StringComparison.OrdinalIgnoreCase)) return Urgency.Nothing;
        if (Names(hint, target, known)) return hint.Urgency;
        // Commits on the branch that it is to go to may bring conflicts, or leave it behind.
        if (hint.Kind is HintKind.Push && hint.Branch is not null && hint.Branch == known?.BaseBranch) return Urgency.Soon;
        return hint is { Numbers: [], Branch: null, Sha: null } ? Urgency.Soon : Urgency.Nothing;
    }

    /// <summary>Whether the hint is about this very pull request or branch.</summary>
    public static bool Names(WebhookHint hint, WatchTarget target, PullRequestFacts? known) =>
        ((target.Query.Number ?? known?.Number) is { } number && hint.Numbers.Contains(number))
        || (hint.Branch is not null && hint.Branch == (target.Query.Branch ?? known?.HeadBranch))
        || (hint.Sha is not null && hint.Sha == known?.HeadSha);
}
