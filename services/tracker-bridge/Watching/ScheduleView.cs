namespace Athene.TrackerBridge.Watching;

/// <summary>The schedule at one moment.</summary>
public sealed record ScheduleView(
    IReadOnlyDictionary<WatchTarget, TargetFacts> Targets,
    IReadOnlyDictionary<WatchedHost, HostStanding> Hosts,
    IReadOnlyDictionary<(WatchedHost Host, string Repo), WebhookStanding> Webhooks);
