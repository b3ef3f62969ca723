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
    public static IReadOnlyList<ReviewThread> Threads(IEnumerable<GitLabDiscussion> discussions, string address, GitLabTrust trust) =>
        [.. discussions.Where(discussion => discussion.IsUnresolved).Select(discussion => Describe(discussion, address, trust))];

    /// <summary>The latest comment that stands alone of each reviewer.</summary>
    public static IReadOnlyList<ReviewDocument> Reviews(
        IEnumerable<GitLabDiscussion> discussions, IReadOnlyList<GitLabReviewer> reviewers, string address, GitLabTrust trust) =>
        [.. reviewers.Join(
            discussions.Where(discussion => discussion is { IndividualNote: true, Notes: [{ System: false, Author: not null }] })
                .Select(discussion => discussion.Notes[0]).GroupBy(note => note.Author!.Id),
            reviewer => reviewer.User.Id,
            notes => notes.Key,
            (reviewer, notes) => Describe(reviewer, notes.MaxBy(note => note.Id)!, address, trust))];

    private static ReviewThread Describe(GitLabDiscussion discussion, string address, GitLabTrust trust)
    {
        GitLabDiscussionNote[] said = [.. discussion.Notes.Where(note => !note.System)];
        RemarkText[] remarks = [.. said.Select(note => new RemarkText(NameOf(note), note.Body, trust.Trusts(note.Author)))];
        var (first, last) = (said[0], said[ThreadText.NewestIn(remarks)]);
        var position = first.Position;
        return new ReviewThread(
            discussion.Id,
            last.Id.ToString(CultureInfo.InvariantCulture),
            NameOf(first),
            trust.IsBot(first.Author),
            trust.MayWrite(first.Author),
            ThreadText.Of(remarks),
            position?.NewPath ?? position?.OldPath,
            position?.NewLine ?? position?.OldLine,
            AddressOf(first, address))
        {
            LastAuthor = NameOf(last),
        };
    }

    private static ReviewDocument Describe(GitLabReviewer reviewer, GitLabDiscussionNote note, string address, GitLabTrust trust) => new(
        note.Id.ToString(CultureInfo.InvariantCulture),
        reviewer.User.Username,
        trust.IsBot(reviewer.User),
        trust.MayWrite(reviewer.User),
        reviewer.State switch
        {
            "requested_changes" => ReviewDecision.ChangesRequested,
            "approved" => ReviewDecision.Approved,
            _ => ReviewDecision.None,
        },
        CutText.Of(note.Body),
        AddressOf(note, address));

    private static string NameOf(GitLabDiscussionNote note) => note.Author?.Username ?? Nobody;

    private static string AddressOf(GitLabDiscussionNote note, string address) => string.Create(CultureInfo.InvariantCulture, $"{address}#note_{note.Id}");
}
