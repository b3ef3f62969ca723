using System.Diagnostics;
using System.Text.Json;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Contracts.Sessions;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.History;

/// <summary>
/// Publishes the history on <c>session-events</c>, in order and at least once: what was stored but not yet published when the process died
/// is published by the next one. Subscribers know an event by its id.
/// </summary>
public sealed partial class EventPublisher(
    DaprClient dapr, OutgoingEvents outgoing, HistoryReader history, ILedger ledger, IDocuments documents, ILogger<EventPublisher> logger)
    : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private long published;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PublishMissedAsync(stoppingToken);
            while (await outgoing.Reader.WaitToReadAsync(stoppingToken))
            {
                while (outgoing.Reader.TryRead(out var next)) await PublishTracedAsync(next, stoppingToken);
                await RememberAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The rest is published at the next start.
        }
    }

    private async Task PublishMissedAsync(CancellationToken cancellationToken)
    {
        var stored = (await documents.ReadAsync([RecordKeys.HistoryPublished], cancellationToken))[0];
        published = stored.As<PublishedMark>().Value?.LastId ?? 0;
        foreach (var missed in await history.ReadAfterAsync(published, cancellationToken))
        {
            var session = missed.SessionId is null ? null : await ledger.FindSessionAsync(missed.SessionId, cancellationToken);
            await PublishAsync(missed, session is null ? null : SessionView.Of(session), cancellationToken);
        }

        await RememberAsync(cancellationToken);
    }

    // Whoever hears of the event goes on with the trace that it happened in.
    private async Task PublishTracedAsync(OutgoingEvents.Outgoing next, CancellationToken cancellationToken)
    {
        using var activity = new Activity("publish");
        if (next.TraceParent is not null) activity.SetParentId(next.TraceParent);
        activity.Start();
        await PublishAsync(next.Event, next.Session, cancellationToken);
    }

    private async Task PublishAsync(EventDocument happened, SessionDocument? session, CancellationToken cancellationToken)
    {
        if (happened.Id <= published) return;
        if (EventKinds.PublishedAs(happened.Kind) is { } type)
        {
            var metadata = new Dictionary<string, string> { ["cloudevent.type"] = type, ["cloudevent.id"] = $"session-event-{happened.Id}" };
            await UntilPublishedAsync(Topics.SessionEvents, new SessionEvent(type, happened, session), happened, metadata, cancellationToken);
        }

        if (EventNotices.Of(happened) is { } notice)
        {
            var metadata = new Dictionary<string, string> { ["cloudevent.type"] = EventTypes.Notification, ["cloudevent.id"] = notice.Id };
            await UntilPublishedAsync(Topics.Notifications, notice, happened, metadata, cancellationToken);
        }

        published = happened.Id;
    }

    private async Task UntilPublishedAsync<T>(
        string topic, T message, EventDocument happened, Dictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await dapr.PublishEventAsync(Topics.PubSub, topic, message, metadata, cancellationToken);
                return;
            }
            catch (Exception failure) when (failure is DaprException or HttpRequestException)
            {
                LogPublishFailed(logger, failure, happened.Id, happened.SessionId);
                await Task.Delay(PauseAfterFailure, cancellationToken);
            }
        }
    }

    private Task<bool> RememberAsync(CancellationToken cancellationToken) => documents.TryWriteAsync(
        [new DocumentWrite(RecordKeys.HistoryPublished, JsonSerializer.SerializeToUtf8Bytes(new PublishedMark(published), AtheneJson.Options), null)],
        cancellationToken);

    /// <summary>The last event that was published.</summary>
    private sealed record PublishedMark(long LastId);
}
