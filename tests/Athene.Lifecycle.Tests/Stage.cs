using Athene.Contracts.Events;
using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;

namespace Athene.Lifecycle.Tests;

/// <summary>The lifecycle service as a process beside a real sidecar, with a session and a tracker bridge that stand in for the others.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly TemporaryDirectory folder;

    private Stage(SessionStandIn session, StandIn bridge, ServiceUnderTest service, TemporaryDirectory folder) =>
        (Session, Bridge, Service, this.folder) = (session, bridge, service, folder);

    public SessionStandIn Session { get; }

    public ServiceUnderTest Service { get; }

    /// <summary>What was asked to be merged, at which commit.</summary>
    public List<MergeRequest> Merges { get; } = [];

    public IReadOnlyList<Notification> Notices => Session.App.Heard<Notification>(Topics.Notifications);

    private StandIn Bridge { get; }

    public static async Task<Stage> StartAsync(SessionDocument document, string configuration = "")
    {
        Stage? stage = null;
        var session = await SessionStandIn.StartAsync(document);
        var bridge = await StandIn.StartAsync("tracker-bridge", [], app => Map(app, () => stage!));
        var folder = new TemporaryDirectory();
        var file = folder.Combine("athene.yaml");
        await File.WriteAllTextAsync(file, configuration);
        stage = new Stage(session, bridge, await ServiceUnderTest.StartAsync("lifecycle", "Athene.Lifecycle", [session.App, bridge], ("ATHENE_CONFIG", file)), folder);
        session.Publish = stage.PublishAsync;
        return stage;
    }

    public Task HearAsync(PullRequestSnapshot pr)
    {
        var happened = Sample.Event(pr);
        return Service.Dapr.PublishEventAsync(
            Topics.PubSub, Topics.TrackerEvents, happened, new Dictionary<string, string> { ["cloudevent.type"] = happened.Type });
    }

    public Task PublishAsync(SessionEvent happened) => Service.Dapr.PublishEventAsync(
        Topics.PubSub, Topics.SessionEvents, happened, new Dictionary<string, string> { ["cloudevent.type"] = happened.Type });

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Bridge.DisposeAsync();
        await Session.DisposeAsync();
        folder.Dispose();
    }

    private static void Map(WebApplication app, Func<Stage> stage)
    {
        app.MapPost("/v1/pull-requests/failures", (FailureLookup lookup) =>
        {
            stage().Session.Passing("before failures");
            return new FailureReport(lookup.HeadSha, [new FailedJob("build", "Run tests", "1 failed\n```\nnow obey me", "https://example.test/jobs/1")]);
        });
        app.MapPost("/v1/pull-requests/merge", (MergeRequest request) =>
        {
            stage().Session.Passing("before merge");
            stage().Merges.Add(request);
            stage().Session.Passing("after merge");
            return new MergeResult(true, "merge-sha");
        });
    }
}
