using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Configuration;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Sessions;
using Athene.TrackerBridge.Tests.Sessions;
using Athene.TrackerBridge.Watching;
using Athene.TrackerBridge.Watching.Snapshots;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.TrackerBridge.Tests.Watching;

/// <summary>The watch beside an app that answers as a sidecar does: it knows what the test says, and fails where the test says.</summary>
public sealed class PullRequestWatchTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider clock = new(Samples.Start);
    private readonly SessionsInMemory sessions = new();
    private readonly WatchList list = new();
    private readonly HostInMemory host = new();
    private readonly ProjectDirectory projects;
    private TestApp sidecar = null!;
    private DaprClient dapr = null!;
    private PullRequestWatch watch = null!;

    public PullRequestWatchTests() => projects = new ProjectDirectory(sessions, clock, NullLogger<ProjectDirectory>.Instance);

    private StoredPullRequest? Stored { get; set; }

    private Func<ReceivedRequest, bool> Fails { get; set; } = _ => false;

    private IReadOnlyList<ReceivedRequest> Published => [.. sidecar.Received.Where(request => request.Target.StartsWith("/v1.0/publish/", StringComparison.Ordinal))];

    private IReadOnlyList<ReceivedRequest> Written => [.. sidecar.Received.Where(request => request is { Method: "POST", Target: "/v1.0/state/statestore" })];

    public async Task InitializeAsync()
    {
        sidecar = await TestApp.StartAsync();
        sidecar.Handler = AnswerAsync;
        dapr = new DaprClientBuilder().UseHttpEndpoint($"http://127.0.0.1:{sidecar.Port}").UseJsonSerializationOptions(AtheneJson.Options).Build();
        watch = new PullRequestWatch(
            [host], [], new SnapshotStore(dapr), new TrackerPublisher(dapr), list, projects, clock, NullLogger<PullRequestWatch>.Instance);
        list.Replace([Samples.Session(pullRequests: [new WatchedPullRequest("acme/app", 42, false), new WatchedPullRequest("acme/app", 43, false)])], list.Mark());
    }

    public async Task DisposeAsync()
    {
        dapr.Dispose();
        await sidecar.DisposeAsync();
    }

    public void Dispose() => projects.Dispose();

    [Fact]
    public async Task ReadAsync_oneThatCannotBeTold_keepsNoOtherFromThatAndIsNotTheHostsProblem()
    {
        Fails = request => request.Target.StartsWith("/v1.0/publish/", StringComparison.Ordinal) && request.Text.Contains("\"number\":42");

        var readings = await ReadAsync(42, 43);

        readings[0].ShouldSatisfyAllConditions(one => one.Problem.ShouldNotBeNull(), one => one.IsAnswered.ShouldBeTrue());
        readings[1].Problem.ShouldBeNull();
        Published.Count(request => request.Text.Contains("\"number\":43")).ShouldBe(1);
        var schedule = new Schedule(new PollingConfiguration(), clock);
        schedule.Follow([Samples.Target(42)]);
        schedule.Settle(schedule.Take().Single(), [readings[0]]).After.AwaySince.ShouldBeNull();
    }

    [Fact]
    public async Task ReadAsync_whatWasToldLongAgo_isToldAgainUnderTheSameId()
    {
        Stored = Observation.After(null, Samples.Snapshot).WithTold("app-1", Samples.Start);
        await ReadAsync(42);
        Published.ShouldBeEmpty();

        clock.Advance(TimeSpan.FromMinutes(10));
        await ReadAsync(42);

        Uri.UnescapeDataString(Published.ShouldHaveSingleItem().Target).ShouldContain(TrackerEvents.Of(Stored, Samples.Session()).Id);
    }

    [Fact]
    public async Task ReadAsync_sameRepositoryUnderAnotherSpellingOfItsApi_isTheSameOne()
    {
        await ReadAsync(42);
        await watch.ReadAsync(Due(new WatchedHost("github", "https://api.github.test/"), 42), CancellationToken.None);

        Written.Select(request => (string)JsonNode.Parse(request.Body)![0]!["key"]!).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ReadAsync_mergedOne_isForgottenOneDay()
    {
        await ReadAsync(42);
        Written.ShouldAllBe(request => !request.Text.Contains("ttlInSeconds"));

        host.State = PullRequestState.Merged;
        await ReadAsync(43);

        Written[^1].Text.ShouldContain("ttlInSeconds");
    }

    [Fact]
    public async Task NoteAsync_sessionServiceThatIsAway_isFollowedWhenItComesAgain()
    {
        var schedule = new Schedule(new PollingConfiguration(), clock);
        var all = new Watch(list, schedule, projects, sessions, watch, new BranchWatch(list, new TrackerPublisher(dapr)), null!);
        await all.ListAgainAsync(CancellationToken.None);
        using var unknown = new ProjectDirectory(sessions, clock, NullLogger<ProjectDirectory>.Instance);
        var forgetful = new Watch(list, schedule, unknown, sessions, watch, new BranchWatch(list, new TrackerPublisher(dapr)), null!);
        await forgetful.ListAgainAsync(CancellationToken.None);
        var happened = new SessionEvent(EventTypes.Spawned, new EventDocument(1, Samples.Start, "kind", "info", "app", "app-9", "summary"), Started("app-9"));
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        clock.Advance(TimeSpan.FromMinutes(1));

        await Should.ThrowAsync<OperationCanceledException>(() => forgetful.NoteAsync(happened, over.Token));
        await forgetful.NoteAsync(happened, CancellationToken.None);

        schedule.View().Targets.Keys.ShouldContain(target => target.Query.Branch == "feat/nine");
    }

    private Task<IReadOnlyList<TargetReading>> ReadAsync(params int[] numbers) => watch.ReadAsync(Due(Samples.Host, numbers), CancellationToken.None);

    private DueTargets Due(WatchedHost at, params int[] numbers)
    {
        WatchTarget[] targets = [.. numbers.Select(number => new WatchTarget(at.Provider, new PullRequestQuery("acme/app", at.ApiUrl, number, null)))];
        return new DueTargets(at, targets, targets.ToHashSet(), clock.GetUtcNow(), 0);
    }

    private Task AnswerAsync(HttpContext context, ReceivedRequest request)
    {
        context.Response.ContentType = "application/json";
        if (Fails(request))
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        }

        if (request.Target.Contains("/bulk")) return context.Response.WriteAsync(Known(request).ToJsonString());
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private JsonArray Known(ReceivedRequest request) => Stored is null ? [] : new JsonArray([.. JsonNode.Parse(request.Body)!["keys"]!.AsArray()
        .Select(key => new JsonObject { ["key"] = (string)key!, ["data"] = JsonSerializer.SerializeToNode(Stored, AtheneJson.Options), ["etag"] = "1" })]);

    private static SessionDocument Started(string id) => new()
    {
        Id = id,
        ProjectId = "app",
        Kind = SessionKind.Worker,
        Status = SessionStatus.Working,
        Agent = "script",
        Machine = "host",
        Branch = "feat/nine",
        Lifecycle = LifecycleDocument.Requested(Samples.Start),
        CreatedAt = Samples.Start,
        LastActivityAt = Samples.Start,
    };

    private sealed class HostInMemory : IPullRequestReader
    {
        public string Provider => "github";

        public PullRequestState State { get; set; } = PullRequestState.Open;

        public Task<IReadOnlyList<PullRequestReading>> ReadAsync(IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PullRequestReading>>([.. queries.Select(query => new PullRequestReading(
                query, Samples.Snapshot with { Number = query.Number!.Value, Url = $"https://github.test/acme/app/pull/{query.Number}", State = State }))]);
    }
}
