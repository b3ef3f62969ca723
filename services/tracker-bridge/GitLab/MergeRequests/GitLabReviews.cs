using System.Globalization;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>What people and programs said of a merge request. Pure.</summary>
internal static class GitLabReviews
{
    private const string Nobody = "ghost";

    /// <summary>Who asks for changes decides, then who still has to approve, then who did (spec trackers-scm-notifiers.md §9).</summary>
    public static ReviewDecision Decide(GitLabApprovals approvals, IReadOnlyList<GitLabReviewer> reviewers)
    {
        if (reviewers.Any(reviewer => reviewer.State == "requested_changes")) return ReviewDecision.ChangesRequested;
        if (approvals.ApprovalsLeft > 0) return ReviewDecision.Pending;
        return approvals.ApprovedBy is { Count: > 0 } ? ReviewDecision.Approved : ReviewDecision.None;
    }

    /// <summary>The threads that are not resolved.</summary>
    /// <param name="writers">Who may write to the project, by id.</param>
    public static IReadOnlyList<ReviewThread> Threads(IEnumerable<GitLabDiscussion> discussions, string address, IReadOnlySet<long> writers) =>
        [.. discussions.Where(discussion => discussion.IsUnresolved).Select(discussion => Describe(discussion, address, writers))];

    /// <summary>The latest comment that stands alone of each reviewer.</summary>
    public static IReadOnlyList<ReviewDocument> Reviews(
        IEnumerable<GitLabDiscussion> discussions, IReadOnlyList<GitLabReviewer> reviewers, string address, IReadOnlySet<long> writers) =>
        [.. reviewers.Join(
            discussions.Where(discussion => discussion is { IndividualNote: true, Notes: [{ System: false, Author: not null }] })
                .Select(discussion => discussion.Notes[0]).GroupBy(note => note.Author!.Id),
            reviewer => reviewer.User.Id,
            notes => notes.Key,
            (reviewer, notes) => Describe(reviewer, notes.MaxBy(note => note.Id)!, address, writers))];

    private static ReviewThread Describe(GitLabDiscussion discussion, string address, IReadOnlySet<long> writers)
    {
        GitLabDiscussionNote[] said = [.. discussion.Notes.Where(note => !note.System)];
        var first = said[0];
        var position = first.Position;
        return new ReviewThread(
            discussion.Id,
            said[^1].Id.ToString(CultureInfo.InvariantCulture),
            NameOf(first),
            GitLabBots.IsBot(first.Author),
            // One stranger's answer is in the text as well.
            said.All(note => IsTrusted(note.Author, writers)),
            ThreadText.Of(said.Select(note => (NameOf(note), note.Body))),
            position?.NewPath ?? position?.OldPath,
            position?.NewLine ?? position?.OldLine,
            AddressOf(first, address));
    }

    private static ReviewDocument Describe(GitLabReviewer reviewer, GitLabDiscussionNote note, string address, IReadOnlySet<long> writers) => new(
        note.Id.ToString(CultureInfo.InvariantCulture),
        reviewer.User.Username,
        GitLabBots.IsBot(reviewer.User),
        writers.Contains(reviewer.User.Id),
        reviewer.State switch
        {
            "requested_changes" => ReviewDecision.ChangesRequested,
            "approved" => ReviewDecision.Approved,
            _ => ReviewDecision.None,
        },
        note.Body,
        AddressOf(note, address));

    private static bool IsTrusted(GitLabUser? author, IReadOnlySet<long> writers) => author is not null && writers.Contains(author.Id);

    private static string NameOf(GitLabDiscussionNote note) => note.Author?.Username ?? Nobody;

    private static string AddressOf(GitLabDiscussionNote note, string address) => string.Create(CultureInfo.InvariantCulture, $"{address}#note_{note.Id}");
}
