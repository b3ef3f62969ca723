using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Athene.Sidecar.Actors;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Invocation;

namespace Athene.Sidecar.PubSub;

/// <summary>Asks an app that has come (back) for what it wants: <c>/dapr/config</c> and <c>/dapr/subscribe</c>.</summary>
internal sealed partial class AppIntroduction(
    AppChannel channel, Broker broker, ActorHosting actors, TimeProvider clock, ILogger<AppIntroduction> logger, ILoggerFactory loggers, AppTable apps) : BackgroundService
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        broker.ForgetOthers(apps.All.Select(app => app.Id));
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(apps.All.Where(app => app.HasChannel).Select(async app =>
    {
        var presence = new AppPresence(app, app.HealthCheck is { } check ? new AppHealth(channel, app, check, clock) : null, clock, loggers.CreateLogger<AppPresence>());
        try
        {
            await presence.FollowAsync(cancellationToken => IntroduceAsync(presence, cancellationToken), () => actors.Leave(app), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(app.Id);
        }
    }));

    private async Task IntroduceAsync(AppPresence presence, CancellationToken cancellationToken)
    {
        var app = presence.App;
        var (_, config) = await AskAsync(app, "dapr/config", cancellationToken);
        var (status, answer) = await AskAsync(app, "dapr/subscribe", cancellationToken);
        using var disposal = answer;
        using var other = config;
        broker.Subscribe(presence, ReadSubscriptions(app, status, answer));
        actors.Arrive(app, config?.RootElement ?? default);
        LogIntroduced(app.Id, broker.SubscriptionsOf(app.Id).Granted.Count);
    }

    /// <summary>Only a list, or that there is no such path, says what an app wants. An app that refuses to answer must not lose what waits for it.</summary>
    private AskedSubscriptions ReadSubscriptions(HostedApp app, HttpStatusCode status, JsonDocument? answer)
    {
        if (status == HttpStatusCode.NotFound) return AskedSubscriptions.None;
        if (answer?.RootElement.ValueKind is JsonValueKind.Array or JsonValueKind.Null) return SubscriptionReader.Read(answer.RootElement);
        LogNoSubscriptions(app.Id, (int)status);
        return AskedSubscriptions.Unknown;
    }

    /// <summary>The status and, with 200, what was answered, if it is JSON.</summary>
    private async Task<(HttpStatusCode Status, JsonDocument? Json)> AskAsync(HostedApp app, string path, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerWithin);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, path)) { Version = HttpVersion.Version11, Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Dapr-App-Id", app.Id);
        try
        {
            using var response = await channel.SendAsync(app, request, limit.Token);
            if (response.StatusCode == HttpStatusCode.OK) return (response.StatusCode, await ForeignJson.ParseAsync(await response.Content.ReadAsStreamAsync(limit.Token), limit.Token));
            if ((int)response.StatusCode >= 500) throw new HttpRequestException($"GET /{path} answered {(int)response.StatusCode}");
            return (response.StatusCode, null);
        }
        catch (JsonException e)
        {
            LogUnreadable(app.Id, path, e.Message);
            return (HttpStatusCode.OK, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"GET /{path} was not answered within {AnswerWithin}");
        }
    }

    [LoggerMessage(LogLevel.Information, "App {AppId} is up with {Subscriptions} subscriptions")]
    private partial void LogIntroduced(string appId, int subscriptions);

    [LoggerMessage(LogLevel.Warning, "App {AppId} answered /{Path} with something that is not JSON: {Reason}")]
    private partial void LogUnreadable(string appId, string path, string reason);

    [LoggerMessage(LogLevel.Warning, "App {AppId} answered /dapr/subscribe with {Status} and no list. What it subscribed to before waits until it gives one, or 404")]
    private partial void LogNoSubscriptions(string appId, int status);

    [LoggerMessage(LogLevel.Debug, "App {AppId} is no longer followed: the sidecar stops")]
    private partial void LogStopped(string appId);
}
