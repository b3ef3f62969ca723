using System.Globalization;
using System.Text.Json.Nodes;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Notifier.Delivery;

namespace Athene.Notifier.Reporting;

/// <summary>Makes what was given up part of the history, where people look for what happened.</summary>
public sealed partial class FailureReports(HttpClient sessions, DeliveryStore store, TimeProvider clock, ILogger<FailureReports> logger)
{
    /// <summary>The Dapr app id of the service that keeps the history.</summary>
    public const string AppId = "session";

    public const string DeliveryFailed = "notification.delivery_failed";

    public const string TargetMissing = "notification.target_missing";

    /// <summary>How long the history may take to note one failure.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Reports all that a notifier gave up and nobody reported yet. False: the history could not be reached; it has to be tried again.</summary>
    public async Task<bool> ReportAsync(string target, CancellationToken cancellationToken)
    {
        foreach (var entry in (await store.OutboxAsync(target, cancellationToken)).Failed.Where(entry => !entry.IsReported))
        {
            if (!await TryReportAsync(target, entry, cancellationToken)) return false;
            await store.ChangeAsync(target, current => current.Reported(entry.Id), cancellationToken);
        }

        return true;
    }

    // The same failure is told under the same id.
    private async Task<bool> TryReportAsync(string target, Entry entry, CancellationToken cancellationToken)
    {
        var notification = (await store.FindAsync(entry.Id, cancellationToken))?.Notification;
        var report = new EventRequest(
            string.Create(CultureInfo.InvariantCulture, $"{target}-{entry.Id}-{entry.FailedAt?.ToUnixTimeMilliseconds()}"),
            entry.NoTarget ? TargetMissing : DeliveryFailed,
            $"{target} could not tell of '{notification?.Title ?? entry.Id}': {entry.Error}",
            notification?.ProjectId,
            notification?.SessionId,
            "error",
            new JsonObject { ["notification"] = entry.Id, ["target"] = target, ["reason"] = entry.Error, ["attempts"] = entry.Attempts });
        using var deadline = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await sessions.PostAsJsonAsync("/v1/events", report, AtheneJson.Options, either.Token);
            if (response.IsSuccessStatusCode) return true;
            LogNotReported(entry.Id, target, (int)response.StatusCode);
            // A report that is refused is refused again.
            return (int)response.StatusCode is >= 400 and < 500;
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNotReached(entry.Id, target, away);
            return false;
        }
    }
}
