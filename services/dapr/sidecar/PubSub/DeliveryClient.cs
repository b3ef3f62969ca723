using System.Net.Http.Headers;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.PubSub;

/// <summary>Posts messages to the app, one by one or in bulk, and reads its verdicts.</summary>
internal sealed class DeliveryClient(AppChannel channel)
{
    /// <summary>Without a policy, an app that has not answered by then is taken for gone; the messages stay due.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What became of each message of the batch, in its order. One that no route takes is dropped.</summary>
    /// <param name="timeout">When it is over the messages count as refused; null for no such policy.</param>
    public async Task<IReadOnlyList<DeliveryOutcome>> DeliverAsync(
        HostedApp app, Subscription subscription, IReadOnlyList<DueMessage> batch, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var messages = batch.Select(due => RoutedMessage.Of(due, subscription)).ToList();
        var outcomes = messages.ToDictionary(message => message.Due.Id, _ => DeliveryOutcome.Drop);
        foreach (var group in messages.Where(message => message.Path is not null).GroupBy(message => message.Path!))
        {
            if (subscription.Bulk is null)
                foreach (var message in group) outcomes[message.Due.Id] = await PostAsync(app, subscription, message, timeout, cancellationToken);
            else
                foreach (var (message, outcome) in group.Zip(await PostTogetherAsync(app, subscription, [.. group], timeout, cancellationToken))) outcomes[message.Due.Id] = outcome;
        }

        return [.. batch.Select(due => outcomes[due.Id])];
    }

    private async Task<DeliveryOutcome> PostAsync(HostedApp app, Subscription subscription, RoutedMessage routed, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var message = routed.Due.Message;
        using var request = Request(app, subscription, routed, routed.Body, CloudEvent.ContentType);
        foreach (var (name, value) in message.Metadata.Where(pair => HopHeaders.Travels(pair.Key))) request.Headers.TryAddWithoutValidation(Capitalized(name), value);
        return await SendAsync(app, request, timeout, cancellationToken) is var (status, answer) ? DeliveryVerdict.Of(status, answer) : DeliveryOutcome.Unreachable;
    }

    private async Task<IReadOnlyList<DeliveryOutcome>> PostTogetherAsync(
        HostedApp app, Subscription subscription, IReadOnlyList<RoutedMessage> messages, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var entryIds = messages.Select(_ => Guid.NewGuid().ToString()).ToList();
        using var request = Request(app, subscription, messages[0], BulkEnvelope.Write(subscription, messages, entryIds), BulkEnvelope.ContentType);
        return await SendAsync(app, request, timeout, cancellationToken) is var (status, answer)
            ? DeliveryVerdict.OfEach(status, answer, entryIds)
            : [.. messages.Select(_ => DeliveryOutcome.Unreachable)];
    }

    private static HttpRequestMessage Request(HostedApp app, Subscription subscription, RoutedMessage first, byte[] body, string contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, first.Path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.TryAddWithoutValidation("Pubsubname", subscription.PubSub);
        if (first.Due.Message.Trace is { } trace && TraceHop.IsValid(trace)) request.Headers.TryAddWithoutValidation("Traceparent", TraceHop.Child(trace));
        return request;
    }

    /// <summary>Status and body of the answer; null when there is none.</summary>
    private async Task<(int Status, byte[] Body)?> SendAsync(HostedApp app, HttpRequestMessage request, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout ?? Patience);
        try
        {
            using var response = await channel.SendAsync(app, request, limit.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (OperationCanceledException) when (timeout is not null && limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (StatusCodes.Status504GatewayTimeout, []);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant();
}
