using Athene.Contracts.Lifecycle;

namespace Athene.Session.Reports;

/// <summary>What agents may say about themselves, and what it means (spec lifecycle.md §14). <c>done</c> is no word: that is not theirs to say.</summary>
public static class ReportWords
{
    /// <summary>The state that a report leads to, or null when it is not a word.</summary>
    public static (SessionState State, SessionReason Reason)? Meaning(string word) => Normalise(word) switch
    {
        "started" => (SessionState.Working, SessionReason.AgentAcknowledged),
        "working" => (SessionState.Working, SessionReason.TaskInProgress),
        "waiting" => (SessionState.Idle, SessionReason.AwaitingExternalReview),
        "needs_input" => (SessionState.NeedsInput, SessionReason.AwaitingUserInput),
        "fixing_ci" => (SessionState.Working, SessionReason.FixingCi),
        "addressing_reviews" => (SessionState.Working, SessionReason.ResolvingReviewComments),
        "pr_created" => (SessionState.Idle, SessionReason.PrCreated),
        "draft_pr_created" => (SessionState.Working, SessionReason.TaskInProgress),
        "ready_for_review" => (SessionState.Idle, SessionReason.AwaitingExternalReview),
        "completed" => (SessionState.Idle, SessionReason.ResearchComplete),
        _ => null,
    };

    /// <summary>The full word for a short or hyphenated form.</summary>
    public static string Normalise(string word) => word.Trim().ToLowerInvariant().Replace('-', '_') switch
    {
        "acknowledge" or "start" => "started",
        "work" => "working",
        "wait" => "waiting",
        "input" => "needs_input",
        "ci" => "fixing_ci",
        "reviews" => "addressing_reviews",
        "complete" => "completed",
        var full => full,
    };
}
