using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>What reviewers of GitHub said, as Athene's words. Pure.</summary>
internal static class ReviewMapping
{
    private const string LeftOut = "(left out: this is of somebody without write access)";

    private const string Nobody = "ghost";

    /// <summary>
    /// The decision of the host. Where the host asks for no review it gives none, although reviewers may have said something: then it is what those with
    /// write access said last.
    /// </summary>
    public static ReviewDecision DecisionOf(string? decision, IReadOnlyList<GraphReview> reviews) => decision switch
    {
        "APPROVED" => ReviewDecision.Approved,
        "CHANGES_REQUESTED" => ReviewDecision.ChangesRequested,
        "REVIEW_REQUIRED" => ReviewDecision.Pending,
        null => Derived(reviews),
        _ => ReviewDecision.Unknown,
    };

    /// <summary>Threads that are not resolved.</summary>
    public static IReadOnlyList<ReviewThread> ThreadsOf(IEnumerable<GraphThread> threads, KnownBots bots) =>
        [.. threads.Where(thread => !thread.IsResolved && thread.Comments.Nodes.Count > 0).Select(thread => Of(thread, bots))];

    /// <summary>The last words of each reviewer who has any.</summary>
    public static IReadOnlyList<ReviewDocument> ReviewsOf(IEnumerable<GraphReview> reviews, KnownBots bots) =>
    [
        .. reviews.Where(review => review.State is not ("PENDING" or "DISMISSED") && !string.IsNullOrWhiteSpace(review.Body))
            .GroupBy(review => review.Author?.Login).Select(own => Of(own.Last(), bots)),
    ];

    public static bool MayWrite(string association) => association is "OWNER" or "MEMBER" or "COLLABORATOR";

    private static ReviewDecision Derived(IReadOnlyList<GraphReview> reviews)
    {
        var last = reviews.Where(review => review.State is "APPROVED" or "CHANGES_REQUESTED" && MayWrite(review.AuthorAssociation))
            .GroupBy(review => review.Author?.Login).Select(own => own.Last().State).ToArray();
        if (last.Contains("CHANGES_REQUESTED")) return ReviewDecision.ChangesRequested;
        return last.Length > 0 ? ReviewDecision.Approved : ReviewDecision.None;
    }

    private static ReviewThread Of(GraphThread thread, KnownBots bots)
    {
        var (first, last) = (thread.Comments.Nodes[0], thread.Comments.Nodes[^1]);
        return new ReviewThread(
            thread.Id, last.Id, NameOf(first.Author), bots.Include(first.Author), MayWrite(first.AuthorAssociation), BodyOf(thread, bots),
            thread.Path, thread.Line ?? thread.OriginalLine, WebAddress.Of(first.Url));
    }

    // A thread is trusted for who began it; what strangers add to it must not ride along.
    private static string BodyOf(GraphThread thread, KnownBots bots)
    {
        var isTrusted = Trusts(thread.Comments.Nodes[0], bots);
        return ThreadText.Of(thread.Comments.Nodes.Select(comment => (NameOf(comment.Author), isTrusted && !Trusts(comment, bots) ? LeftOut : comment.Body)));
    }

    private static bool Trusts(GraphComment comment, KnownBots bots) => MayWrite(comment.AuthorAssociation) || bots.Include(comment.Author);

    private static ReviewDocument Of(GraphReview review, KnownBots bots) => new(
        review.Id, NameOf(review.Author), bots.Include(review.Author), MayWrite(review.AuthorAssociation),
        review.State switch { "APPROVED" => ReviewDecision.Approved, "CHANGES_REQUESTED" => ReviewDecision.ChangesRequested, _ => ReviewDecision.None },
        review.Body, WebAddress.Of(review.Url));

    // GitHub shows remarks of deleted accounts under this name.
    private static string NameOf(GraphActor? author) => author?.Login ?? Nobody;
}
