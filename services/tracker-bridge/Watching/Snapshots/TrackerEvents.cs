using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Athene.Contracts.Events;
using Athene.Contracts.Issues;
using Athene.Contracts.Tracking;
using Athene.TrackerBridge.Webhooks;

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

    /// <summary>What a delivery says of a branch. The same state may come again (pushed back and forth), and is a change of its own then.</summary>
    public static TrackerEvent Of(PushDocument push, string projectId, string? sessionId, WebhookDelivery delivery) => new(
        EventTypes.Push, $"push-{delivery.Id}-{projectId}-{sessionId}", projectId, sessionId, delivery.ReceivedAt)
    {
        Push = push,
    };

    /// <summary>Likewise of an issue, which may be closed, opened and closed again.</summary>
    public static TrackerEvent Of(IssueDocument issue, string projectId, string? sessionId, WebhookDelivery delivery) => new(
        EventTypes.IssueChanged, $"issue-{delivery.Id}-{projectId}-{sessionId}", projectId, sessionId, delivery.ReceivedAt)
    {
        Issue = issue,
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
