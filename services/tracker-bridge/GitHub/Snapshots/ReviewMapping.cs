using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>What reviewers of GitHub said, as Athene's words. Pure.</summary>
internal static class ReviewMapping
{
    private const string Nobody = "ghost";

    /// <summary>
    /// The decision of the host. Where the host asks for no review it gives none, although reviewers may have said something: then it is what those think
    /// who, as GitHub says, may write.
    /// </summary>
    public static ReviewDecision DecisionOf(string? decision, IReadOnlyList<GraphOpinion> ofWriters) => decision switch
    {
        "APPROVED" => ReviewDecision.Approved,
        "CHANGES_REQUESTED" => ReviewDecision.ChangesRequested,
        "REVIEW_REQUIRED" => ReviewDecision.Pending,
        null => Derived(ofWriters),
        _ => ReviewDecision.Unknown,
    };

    /// <summary>Threads that are not resolved.</summary>
    public static IReadOnlyList<ReviewThread> ThreadsOf(IEnumerable<GraphThread> threads, KnownBots bots) =>
        [.. threads.Where(thread => !thread.IsResolved && thread.Comments.Nodes.Count > 0).Select(thread => Of(thread, bots))];

    /// <summary>Of each reviewer the opinion that stands, and the latest comment, as far as they have words.</summary>
    public static IReadOnlyList<ReviewDocument> ReviewsOf(IEnumerable<GraphReview> reviews, KnownBots bots) =>
    [
        // Accounts that are gone are not one reviewer.
        .. reviews.GroupBy(review => review.Author?.Login ?? review.Id).SelectMany(StandingOf)
            .Where(review => !string.IsNullOrWhiteSpace(review.Body)).Select(review => Of(review, bots)),
    ];

    /// <summary>
    /// Whether GitHub calls the author an owner, member or collaborator: what the words of others are trusted for. It is no proof of write access: members of
    /// an organisation and collaborators may have less.
    /// </summary>
    public static bool MayWrite(string association) => association is "OWNER" or "MEMBER" or "COLLABORATOR";

    // An approval without words takes back what was asked for before.
    private static IEnumerable<GraphReview> StandingOf(IEnumerable<GraphReview> own)
    {
        var all = own.ToArray();
        if (all.LastOrDefault(review => review.State is "APPROVED" or "CHANGES_REQUESTED" or "DISMISSED") is { State: not "DISMISSED" } opinion) yield return opinion;
        if (all.LastOrDefault(review => review.State == "COMMENTED" && !string.IsNullOrWhiteSpace(review.Body)) is { } comment) yield return comment;
    }

    private static ReviewDecision Derived(IReadOnlyList<GraphOpinion> opinions)
    {
        if (opinions.Any(opinion => opinion.State == "CHANGES_REQUESTED")) return ReviewDecision.ChangesRequested;
        return opinions.Any(opinion => opinion.State == "APPROVED") ? ReviewDecision.Approved : ReviewDecision.None;
    }

    private static ReviewThread Of(GraphThread thread, KnownBots bots)
    {
        var comments = thread.Comments.Nodes;
        RemarkText[] remarks = [.. comments.Select(comment => new RemarkText(NameOf(comment.Author), comment.Body, Trusts(comment, bots)))];
        var (first, last) = (comments[0], comments[ThreadText.NewestIn(remarks)]);
        return new ReviewThread(
            thread.Id, last.Id, NameOf(first.Author), bots.Include(first.Author), MayWrite(first.AuthorAssociation), ThreadText.Of(remarks),
            thread.Path, thread.Line ?? thread.OriginalLine, WebAddress.Of(first.Url))
        {
            LastAuthor = NameOf(last.Author),
        };
    }

    private static bool Trusts(GraphComment comment, KnownBots bots) => MayWrite(comment.AuthorAssociation) || bots.Include(comment.Author);

    private static ReviewDocument Of(GraphReview review, KnownBots bots) => new(
        review.Id, NameOf(review.Author), bots.Include(review.Author), MayWrite(review.AuthorAssociation),
        review.State switch { "APPROVED" => ReviewDecision.Approved, "CHANGES_REQUESTED" => ReviewDecision.ChangesRequested, _ => ReviewDecision.None },
        CutText.Of(review.Body), WebAddress.Of(review.Url));

    // GitHub shows remarks of deleted accounts under this name.
    private static string NameOf(GraphActor? author) => author?.Login ?? Nobody;
}
