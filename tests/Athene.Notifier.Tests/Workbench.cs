using System.Text.Json;
using Athene.Configuration;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;
using Athene.Notifier.Channels.Desktop;
using Athene.Notifier.Channels.Slack;
using Athene.Notifier.Delivery;
using Athene.Notifier.Reporting;
using Athene.Notifier.Routing;
using Athene.Notifier.Secrets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Notifier.Tests;

/// <summary>The parts of the notifier on a real state store, with a clock that the test moves and a session service that notes what it is told.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly SidecarHost sidecar;
    private readonly TestApp sessions;
    private readonly HttpClient toSessions;
    private readonly DaprClient dapr;
    private readonly ChannelHttp http = new();
    private readonly Instruments instruments = new();
    private readonly TemporaryDirectory folder = new();

    private Workbench(SidecarHost sidecar, TestApp sessions, string yaml, IReadOnlyDictionary<string, string> variables)
    {
        (this.sidecar, this.sessions) = (sidecar, sessions);
        File.WriteAllText(folder.Combine("athene.yaml"), yaml);
        Configuration = ConfigurationLoader.Load(folder.Combine("athene.yaml"), name => variables.GetValueOrDefault(name));
        toSessions = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{sessions.Port}") };
        dapr = new DaprClientBuilder().UseHttpEndpoint(sidecar.Http.BaseAddress!.ToString()).UseJsonSerializationOptions(AtheneJson.Options).Build();
        Secrets = new SecretReader(dapr, name => variables.GetValueOrDefault(name), Clock);
        Reports = new FailureReports(toSessions, Store = new DeliveryStore(dapr), Clock, NullLogger<FailureReports>.Instance);
        Catalog = new NotifierCatalog(Configuration);
        var channels = new ChannelFactory(
            Secrets, http, new SlackThreads(dapr), new DesktopEnvironment(null, null, HasSession: false), Clock, NullLogger<LogChannel>.Instance);
        Targets = new Targets(Catalog, channels);
        Routes = new Routes(Configuration, Catalog, Targets);
        Intake = new Intake(Routes, Store, new Wakeups(), Clock, NullLogger<Intake>.Instance);
        Board = new Board(Store, Targets);
        Retries = new Retries(Store, Targets, Board, new Wakeups(), Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    public AtheneConfiguration Configuration { get; }

    public SecretReader Secrets { get; }

    public NotifierCatalog Catalog { get; }

    public Targets Targets { get; }

    public DeliveryStore Store { get; }

    public Routes Routes { get; }

    public Intake Intake { get; }

    public Board Board { get; }

    public Retries Retries { get; }

    public FailureReports Reports { get; }

    /// <summary>What the session service was told for the history so far.</summary>
    public IReadOnlyList<EventRequest> Reported =>
        [.. sessions.Received.Where(request => request.Target == "/v1/events").Select(request => JsonSerializer.Deserialize<EventRequest>(request.Body, AtheneJson.Options)!)];

    /// <summary>Answers the session service's requests.</summary>
    public TestApp Sessions => sessions;

    public static async Task<Workbench> StartAsync(string yaml, params (string Name, string Value)[] variables) => new(
        await SidecarHost.StartAsync(), await TestApp.StartAsync(), yaml, variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    public TargetWorker Worker(string target) => Worker(target, Clock);

    /// <summary>A worker with a clock of its own.</summary>
    public TargetWorker Worker(string target, TimeProvider clock) => new(
        Targets[target], Store, new Wakeups(), new Attempts(Secrets, Clock, NullLogger<Attempts>.Instance), instruments, clock, NullLogger<TargetWorker>.Instance);

    public Task AcceptAsync(Notification notification) => Intake.AcceptAsync(notification, CancellationToken.None);

    /// <summary>Does all that is due for one notifier, and reports what was given up; when something is due next.</summary>
    public async Task<DateTimeOffset?> RoundAsync(string target)
    {
        var next = await Worker(target).RunRoundAsync(CancellationToken.None, CancellationToken.None);
        await Reports.ReportAsync(target, CancellationToken.None);
        return next;
    }

    public async Task<DeliveryDocument> DeliveryAsync(string id, string target) =>
        (await Board.FindAsync(id, CancellationToken.None))!.Deliveries.Single(delivery => delivery.To == target);

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        instruments.Dispose();
        http.Dispose();
        dapr.Dispose();
        toSessions.Dispose();
        await sessions.DisposeAsync();
        await sidecar.DisposeAsync();
        folder.Dispose();
    }
}
