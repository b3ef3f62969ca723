using Athene.Contracts.Tracking;
using Athene.TrackerBridge.Watching.Snapshots;
using Athene.TrackerBridge.Webhooks;

namespace Athene.TrackerBridge.Watching;

/// <summary>Tells of commits that came to branches.</summary>
public sealed class BranchWatch(WatchList list, TrackerPublisher publisher)
{
    /// <summary>Tells the sessions whose branch it is; a branch that is nobody's concerns the project alone.</summary>
    public async Task TellAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Hint.Branch is not { } branch) return;
        var push = new PushDocument(delivery.Hint.Repo, branch, delivery.Hint.Sha);
        foreach (var projectId in delivery.ProjectIds)
        {
            var owners = list.Sessions.Where(session => session.ProjectId == projectId && session.Branch == branch).Select(session => session.Id);
            foreach (var sessionId in owners.DefaultIfEmpty<string?>(null))
                await publisher.PublishAsync(TrackerEvents.Of(push, projectId, sessionId, delivery), cancellationToken);
        }
    }
}
