using System.Net.Http.Headers;
using System.Text.Json;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.PubSub;

/// <summary>Posts a message to the app and reads its verdict.</summary>
internal sealed class DeliveryClient(AppChannel channel)
{
    /// <summary>An app that has not answered by then is taken for gone; the message stays due.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public async Task<DeliveryOutcome> DeliverAsync(HostedApp app, Subscription subscription, long id, Message message, CancellationToken cancellationToken)
    {
        var body = subscription.IsRaw ? CloudEvent.WrapRaw(message with { Topic = subscription.Topic }, id) : message.Body;
        if (RouteTable.PathFor(subscription.Routes, body) is not { } path) return DeliveryOutcome.Success;

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.ContentType);
        foreach (var (name, value) in message.Metadata) request.Headers.TryAddWithoutValidation(Capitalized(name), value);
        request.Headers.TryAddWithoutValidation("Pubsubname", message.PubSub);
        if (message.Trace is { } trace && TraceHop.IsValid(trace)) request.Headers.TryAddWithoutValidation("Traceparent", TraceHop.Child(trace));

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var response = await channel.SendAsync(app, request, limit.Token);
            return Verdict((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return DeliveryOutcome.Unreachable;
        }
    }

    /// <summary>Dapr's reading of an app's answer to a delivery.</summary>
    internal static DeliveryOutcome Verdict(int status, byte[] body) => status switch
    {
        >= 200 and < 300 => Status(body) switch
        {
            null or "" or "SUCCESS" => DeliveryOutcome.Success,
            "DROP" => DeliveryOutcome.Drop,
            _ => DeliveryOutcome.Retry,
        },
        404 => DeliveryOutcome.Drop,
        _ => DeliveryOutcome.Retry,
    };

    private static string? Status(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("status", out var status) ? status.ToString() : null;
        }
        catch (JsonException)
        {
            // Not JSON, or empty: the status alone counts.
            return null;
        }
    }

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant();
}
