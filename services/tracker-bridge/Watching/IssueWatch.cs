using System.Globalization;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Contracts.Projects;
using Athene.TrackerBridge.Issues;
using Athene.TrackerBridge.Watching.Snapshots;
using Athene.TrackerBridge.Webhooks;

namespace Athene.TrackerBridge.Watching;

/// <summary>Tells of issues that were closed, opened again or labelled, as their tracker has them now.</summary>
public sealed partial class IssueWatch(TrackerChoice trackers, WatchList list, TrackerPublisher publisher, ILogger<IssueWatch> logger)
{
    /// <param name="projects">Those whose repository the issue is in; one that has its issues elsewhere hears nothing.</param>
    /// <exception cref="AtheneException">The tracker could not be asked.</exception>
    public async Task TellAsync(WebhookDelivery delivery, IReadOnlyList<ProjectDocument> projects, CancellationToken cancellationToken)
    {
        if (delivery.Hint.Issue is not { } number) return;
        var id = number.ToString(CultureInfo.InvariantCulture);
        foreach (var project in projects)
        {
            if (project.Issues is not { } source || TrackerAt(delivery.Provider, source) is not { } tracker) continue;
            if (await tracker.FindAsync(new IssueLookup(source, id), cancellationToken) is { } issue) await TellAsync(issue, project.Id, delivery, cancellationToken);
        }
    }

    private async Task TellAsync(IssueDocument issue, string projectId, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var workers = list.Sessions.Where(session => session.ProjectId == projectId && session.Issue?.TrimStart('#') == issue.Id).Select(session => session.Id).ToList();
        foreach (var sessionId in workers.DefaultIfEmpty<string?>(null))
            await publisher.PublishAsync(TrackerEvents.Of(issue, projectId, sessionId, delivery), cancellationToken);
        LogTold(issue.Id, projectId, workers.Count);
    }

    private ITracker? TrackerAt(string provider, IssueSource source)
    {
        try
        {
            return trackers.For(source) is { } tracker && tracker.Provider == provider ? tracker : null;
        }
        catch (AtheneException unknown) when (unknown.Type == ErrorTypes.TrackerNotConfigured)
        {
            LogUnknown(source.ProjectId, unknown.Message);
            return null;
        }
    }
}
