using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Athene.Dapr.Client;

internal sealed partial class DaprHttpClient
{
    private const string JsonType = "application/json";
    private const string CloudEventType = "application/cloudevents+json";

    public override Task PublishEventAsync<TData>(
        string pubsubName, string topicName, TData data, CancellationToken cancellationToken = default) =>
        PublishAsync(pubsubName, topicName, JsonOf(data), metadata: null, cancellationToken);

    public override Task PublishEventAsync<TData>(
        string pubsubName, string topicName, TData data, Dictionary<string, string> metadata, CancellationToken cancellationToken = default) =>
        PublishAsync(pubsubName, topicName, JsonOf(data), metadata, cancellationToken);

    public override Task PublishEventAsync(string pubsubName, string topicName, CancellationToken cancellationToken = default) =>
        PublishAsync(pubsubName, topicName, content: null, metadata: null, cancellationToken);

    public override Task PublishEventAsync(
        string pubsubName, string topicName, Dictionary<string, string> metadata, CancellationToken cancellationToken = default) =>
        PublishAsync(pubsubName, topicName, content: null, metadata, cancellationToken);

    public override Task PublishByteEventAsync(
        string pubsubName,
        string topicName,
        ReadOnlyMemory<byte> data,
        string dataContentType = JsonType,
        Dictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        var content = new ReadOnlyMemoryContent(data) { Headers = { ContentType = MediaTypeHeaderValue.Parse(dataContentType) } };
        return PublishAsync(pubsubName, topicName, content, metadata, cancellationToken);
    }

    public override async Task<BulkPublishResponse<TValue>> BulkPublishEventAsync<TValue>(
        string pubsubName,
        string topicName,
        IReadOnlyList<TValue> events,
        Dictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(pubsubName);
        ArgumentException.ThrowIfNullOrEmpty(topicName);
        List<BulkPublishEntry<TValue>> entries = [.. events.Select((data, index) => new BulkPublishEntry<TValue>($"{index}", data, TypeOf(data)))];
        var path = SidecarHttp.Path("publish", "bulk", pubsubName, topicName) + SidecarHttp.Query(metadata);
        using var content = JsonContent.Create(entries.Select(entry => new PublishedEntry<TValue>(entry.EntryId, entry.EventData, entry.ContentType)), options: json);
        using var response = await sidecar.SendAsync(HttpMethod.Post, path, content, ifMatch: null, cancellationToken);
        if (response.IsSuccessStatusCode) return new BulkPublishResponse<TValue>([]);

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var failed = await FailedEntriesAsync(response, cancellationToken);
        if (failed.Length == 0) throw await SidecarHttp.ErrorAsync(response, cancellationToken);
        return new BulkPublishResponse<TValue>(
            [.. entries.Join(failed, entry => entry.EntryId, failure => failure.EntryId, (entry, failure) => new BulkPublishResponseFailedEntry<TValue>(entry, failure.Error))]);
    }

    private static string TypeOf<TData>(TData data) => data is CloudEvent ? CloudEventType : JsonType;

    private static async Task<FailedEntry[]> FailedEntriesAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<BulkPublishAnswer>(JsonSerializerOptions.Web, cancellationToken);
            return answer?.FailedEntries ?? [];
        }
        catch (JsonException)
        {
            // An error in plain text names no entries.
            return [];
        }
    }

    private JsonContent JsonOf<TData>(TData data) => JsonContent.Create(data, new MediaTypeHeaderValue(TypeOf(data)), json);

    private async Task PublishAsync(
        string pubsubName, string topicName, HttpContent? content, Dictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(pubsubName);
        ArgumentException.ThrowIfNullOrEmpty(topicName);
        if (content is not null) await content.LoadIntoBufferAsync(cancellationToken);
        using var response = await sidecar.SendOkAsync(
            HttpMethod.Post, SidecarHttp.Path("publish", pubsubName, topicName) + SidecarHttp.Query(metadata), content, cancellationToken);
    }

    private sealed record BulkPublishAnswer(FailedEntry[]? FailedEntries);

    private sealed record FailedEntry(string EntryId, string Error);
}
