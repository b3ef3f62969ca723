using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Athene.Contracts.Events;
using Athene.Contracts.Issues;
using Athene.Contracts.Tracking;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>Builds the events of <c>tracker-events</c>: the same change has the same id, whoever tells it and however often. Pure.</summary>
public static class TrackerEvents
{
    /// <summary>What a session has not been told of a pull request. One that hears of it for the first time hears that it is there.</summary>
    public static TrackerEvent Of(StoredPullRequest stored, WatchedSession session) => new(
        stored.Told.ContainsKey(session.Id) ? stored.Change : EventTypes.PullRequestChanged,
        string.Create(CultureInfo.InvariantCulture, $"pull-request-{Hash(stored.Snapshot.Url)}-{stored.Snapshot.Revision}-{session.Id}"),
        session.ProjectId,
        session.Id,
        stored.Snapshot.ObservedAt)
    {
        PullRequest = stored.Snapshot,
    };

    public static TrackerEvent Of(PushDocument push, string projectId, string? sessionId, DateTimeOffset time) => new(
        EventTypes.Push, $"push-{projectId}-{Hash(push.Repo, push.Branch, push.HeadSha ?? "")}-{sessionId}", projectId, sessionId, time)
    {
        Push = push,
    };

    public static TrackerEvent Of(IssueDocument issue, string projectId, string? sessionId, DateTimeOffset time) => new(
        EventTypes.IssueChanged,
        $"issue-{projectId}-{Hash(issue.Id, issue.State.ToString(), issue.Title, string.Join('\n', (issue.Labels ?? []).Order(StringComparer.Ordinal)))}-{sessionId}",
        projectId,
        sessionId,
        time)
    {
        Issue = issue,
    };

    private static string Hash(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 8));
}
