using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;
using Athene.Contracts.Tracking;
using Athene.Testing.GitHub;
using Microsoft.AspNetCore.Builder;

namespace Athene.TrackerBridge.Tests.Watching.Hosted;

/// <summary>A bridge that watches a repository at a host that behaves like GitHub, for sessions that the test has.</summary>
public sealed class WatchingBridge : IAsyncLifetime, IDisposable
{
    public const string Repository = "acme/watched";

    private const string Secret = "secret-of-the-watched";

    private readonly ConcurrentDictionary<string, SessionDocument> sessions = new();
    private readonly TemporaryDirectory folder = new();
    private StandIn others = null!;
    private long events;
    private int started;

    public ServiceUnderTest Service { get; private set; } = null!;

    public GitHubServer GitHub { get; private set; } = null!;

    public GitHubRepository Repo { get; private set; } = null!;

    internal DaprProxy Proxy { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // The embedded sidecar's secret store is the environment of the process that it runs in: this one.
        Environment.SetEnvironmentVariable("WATCHED_WEBHOOK_SECRET", Secret);
        GitHub = await GitHubServer.StartAsync();
        Repo = await GitHub.CreateRepositoryAsync(Repository);
        Proxy = await DaprProxy.StartAsync();
        others = await StandIn.StartAsync("session", [Topics.TrackerEvents], app =>
        {
            app.MapGet("/v1/projects", () => new ProjectList([Project()]));
            app.MapGet("/v1/sessions", () => new SessionList([.. sessions.Values], new SessionListMeta(0)));
        });
        await File.WriteAllTextAsync(folder.Combine("athene.yaml"), "polling: { busySeconds: 5, quietSeconds: 5, reconcileSeconds: 5 }\nprojects: {}\n");
        Service = await ServiceUnderTest.StartAsync(
            "tracker-bridge", "Athene.TrackerBridge", [others],
            ("DAPR_HTTP_PORT", Proxy.Port.ToString(CultureInfo.InvariantCulture)), ("ATHENE_CONFIG", folder.Combine("athene.yaml")));
        Proxy.ForwardTo(Service.SidecarPort);
        GitHub.Webhooks.Secret = Secret;
        TurnWebhooksOn();
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await others.DisposeAsync();
        await GitHub.DisposeAsync();
        await Proxy.DisposeAsync();
        Environment.SetEnvironmentVariable("WATCHED_WEBHOOK_SECRET", null);
    }

    public void Dispose() => folder.Dispose();

    public void TurnWebhooksOn() => GitHub.Webhooks.Target = new Uri(Service.Http.BaseAddress!, "/webhooks/github");

    public void TurnWebhooksOff() => GitHub.Webhooks.Target = null;

    /// <summary>A live session on a branch of its own; the bridge knows of it when this ends.</summary>
    public async Task<string> StartSessionAsync(string branch, params PullRequestDocument[] prs)
    {
        var id = $"watched-{Interlocked.Increment(ref started)}";
        await TellAsync(id, branch, EventTypes.Spawned, prs);
        await Patience.UntilAsync(async () => (await WatchesAsync()).Sessions.Any(session => session.SessionId == id && session.Watches.Count > 0), $"{id} to be watched");
        return id;
    }

    /// <summary>The session changes, and everybody hears of it.</summary>
    public Task TellAsync(string id, string branch, string type, params PullRequestDocument[] prs)
    {
        sessions[id] = Session(id, branch, prs);
        return PublishAsync(id, type);
    }

    public async Task EndSessionAsync(string id)
    {
        var ended = sessions[id];
        sessions[id] = ended with { Lifecycle = ended.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Samples.Start) };
        await PublishAsync(id, EventTypes.Killed);
        sessions.TryRemove(id, out _);
        await Patience.UntilAsync(async () => (await WatchesAsync()).Sessions.All(session => session.SessionId != id), $"{id} to be forgotten");
    }

    public async Task<WatchDocument> WatchesAsync() =>
        (await Service.Http.GetFromJsonAsync<WatchDocument>("/v1/watches", AtheneJson.Options)).ShouldNotBeNull();

    /// <summary>What a session was told so far, in order.</summary>
    public IReadOnlyList<TrackerEvent> Told(string? sessionId) => [.. others.Heard<TrackerEvent>(Topics.TrackerEvents).Where(told => told.SessionId == sessionId)];

    public bool TellsOfPush(string commit) => others.Heard<TrackerEvent>(Topics.TrackerEvents).Any(told => told.Type == EventTypes.Push && told.Push?.HeadSha == commit);

    /// <summary>Waits until the last that a session was told of its pull request is so.</summary>
    public async Task<TrackerEvent> WhenToldAsync(string sessionId, Func<TrackerEvent, bool> condition, string what)
    {
        TrackerEvent? last = null;
        await Patience.UntilAsync(() => (last = Told(sessionId).LastOrDefault(told => told.PullRequest is not null)) is not null && condition(last), what);
        return last.ShouldNotBeNull();
    }

    private ProjectDocument Project() => new("watched", "watched", folder.Path, "watched", "main", Repository, "registered")
    {
        Host = new ProjectHostDocument("github", Repository, GitHub.ApiUrl, new ProjectWebhookDocument(SecretEnvVar: "WATCHED_WEBHOOK_SECRET")),
    };

    private Task PublishAsync(string id, string type)
    {
        var number = Interlocked.Increment(ref events);
        var happened = new SessionEvent(type, new EventDocument(number, Samples.Start, "kind", "info", "watched", id, "summary"), sessions[id]);
        return Service.Dapr.PublishEventAsync(Topics.PubSub, Topics.SessionEvents, happened, new Dictionary<string, string> { ["cloudevent.type"] = type });
    }

    private static SessionDocument Session(string id, string branch, IReadOnlyList<PullRequestDocument> prs) => new()
    {
        Id = id,
        ProjectId = "watched",
        Kind = SessionKind.Worker,
        Status = SessionStatus.Working,
        Agent = "script",
        Machine = "host",
        Branch = branch,
        Prs = prs,
        Lifecycle = LifecycleDocument.Requested(Samples.Start),
        CreatedAt = Samples.Start,
        LastActivityAt = Samples.Start,
    };
}
