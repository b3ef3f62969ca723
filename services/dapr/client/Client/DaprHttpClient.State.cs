using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Athene.Dapr.Client;

internal sealed partial class DaprHttpClient
{
    public override async Task<TValue?> GetStateAsync<TValue>(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
        where TValue : default =>
        (await GetStateAndETagAsync<TValue>(storeName, key, consistencyMode, metadata, cancellationToken)).value;

    public override async Task<(TValue? value, string etag)> GetStateAndETagAsync<TValue>(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
        where TValue : default
    {
        ArgumentException.ThrowIfNullOrEmpty(storeName);
        ArgumentException.ThrowIfNullOrEmpty(key);
        var path = SidecarHttp.Path("state", storeName, key)
            + SidecarHttp.Query(metadata, ("consistency", StateJson.NameOf(consistencyMode)));
        using var response = await sidecar.SendOkAsync(HttpMethod.Get, path, content: null, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NoContent) return (default, "");

        // Dapr does not quote the ETag, so that it is no ETag to HttpClient.
        var etag = response.Headers.TryGetValues("ETag", out var values) ? values.First() : "";
        return (await ReadAsync<TValue>(response, path, cancellationToken), etag);
    }

    public override async Task<IReadOnlyList<BulkStateItem>> GetBulkStateAsync(
        string storeName,
        IReadOnlyList<string> keys,
        int? parallelism,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default) =>
        [.. (await GetBulkAsync(storeName, keys, parallelism, metadata, cancellationToken))
            .Select(item => new BulkStateItem(item.Key, item.Data?.GetRawText() ?? "", item.ETag ?? ""))];

    public override async Task<IReadOnlyList<BulkStateItem<TValue>>> GetBulkStateAsync<TValue>(
        string storeName,
        IReadOnlyList<string> keys,
        int? parallelism,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default) =>
        [.. (await GetBulkAsync(storeName, keys, parallelism, metadata, cancellationToken))
            .Select(item => new BulkStateItem<TValue>(item.Key, item.Data is { } data ? data.Deserialize<TValue>(json)! : default!, item.ETag ?? ""))];

    public override Task SaveStateAsync<TValue>(
        string storeName,
        string key,
        TValue value,
        StateOptions? stateOptions = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default) =>
        SaveBulkStateAsync(storeName, [new SaveStateItem<TValue>(key, value, etag: "", stateOptions, metadata)], cancellationToken);

    public override async Task<bool> TrySaveStateAsync<TValue>(
        string storeName,
        string key,
        TValue value,
        string etag,
        StateOptions? stateOptions = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(etag);
        ArgumentException.ThrowIfNullOrEmpty(key);
        using var content = JsonBytes(StateJson.Save([new SaveStateItem<TValue>(key, value, etag, stateOptions, metadata)], json));
        using var response = await sidecar.SendAsync(HttpMethod.Post, Store(storeName), content, ifMatch: null, cancellationToken);
        return await WonAsync(response, cancellationToken);
    }

    public override async Task SaveBulkStateAsync<TValue>(
        string storeName, IReadOnlyList<SaveStateItem<TValue>> items, CancellationToken cancellationToken = default)
    {
        foreach (var item in items) ArgumentException.ThrowIfNullOrEmpty(item.Key, nameof(items));
        using var content = JsonBytes(StateJson.Save(items, json));
        using var response = await sidecar.SendOkAsync(HttpMethod.Post, Store(storeName), content, cancellationToken);
    }

    public override async Task DeleteStateAsync(
        string storeName,
        string key,
        StateOptions? stateOptions = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        using var response = await DeleteAsync(storeName, key, etag: null, stateOptions, metadata, cancellationToken);
        if (!response.IsSuccessStatusCode) throw await SidecarHttp.ErrorAsync(response, cancellationToken);
    }

    public override async Task<bool> TryDeleteStateAsync(
        string storeName,
        string key,
        string etag,
        StateOptions? stateOptions = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(etag);
        using var response = await DeleteAsync(storeName, key, etag, stateOptions, metadata, cancellationToken);
        return await WonAsync(response, cancellationToken);
    }

    public override async Task DeleteBulkStateAsync(
        string storeName, IReadOnlyList<BulkDeleteStateItem> items, CancellationToken cancellationToken = default)
    {
        foreach (var item in items)
        {
            using var response = await DeleteAsync(storeName, item.Key, item.ETag, item.StateOptions, item.Metadata, cancellationToken);
            if (!response.IsSuccessStatusCode) throw await SidecarHttp.ErrorAsync(response, cancellationToken);
        }
    }

    public override async Task ExecuteStateTransactionAsync(
        string storeName,
        IReadOnlyList<StateTransactionRequest> operations,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        using var content = JsonBytes(StateJson.Transaction(operations, metadata));
        using var response = await sidecar.SendOkAsync(HttpMethod.Post, Store(storeName) + "/transaction", content, cancellationToken);
    }

    private static string Store(string storeName)
    {
        ArgumentException.ThrowIfNullOrEmpty(storeName);
        return SidecarHttp.Path("state", storeName);
    }

    private static ReadOnlyMemoryContent JsonBytes(ReadOnlyMemory<byte> bytes) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static async Task<bool> WonAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response switch
    {
        { IsSuccessStatusCode: true } => true,
        { StatusCode: HttpStatusCode.Conflict } => false,
        _ => throw await SidecarHttp.ErrorAsync(response, cancellationToken),
    };

    private Task<HttpResponseMessage> DeleteAsync(
        string storeName,
        string key,
        string? etag,
        StateOptions? options,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(storeName);
        ArgumentException.ThrowIfNullOrEmpty(key);
        var path = SidecarHttp.Path("state", storeName, key) + SidecarHttp.Query(
            metadata, ("concurrency", StateJson.NameOf(options?.Concurrency)), ("consistency", StateJson.NameOf(options?.Consistency)));
        return sidecar.SendAsync(HttpMethod.Delete, path, content: null, ifMatch: etag, cancellationToken);
    }

    private async Task<BulkItem[]> GetBulkAsync(
        string storeName,
        IReadOnlyList<string> keys,
        int? parallelism,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        var path = Store(storeName) + "/bulk" + SidecarHttp.Query(metadata);
        using var content = JsonContent.Create(new BulkRequest(keys, parallelism), options: JsonSerializerOptions.Web);
        using var response = await sidecar.SendOkAsync(HttpMethod.Post, path, content, cancellationToken);
        var items = await response.Content.ReadFromJsonAsync<BulkItem[]>(JsonSerializerOptions.Web, cancellationToken) ?? [];
        return items.FirstOrDefault(item => !string.IsNullOrEmpty(item.Error)) is { } failed
            ? throw new DaprException($"POST {path} could not read key '{failed.Key}': {failed.Error}")
            : items;
    }

    private async Task<TValue?> ReadAsync<TValue>(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<TValue>(json, cancellationToken);
        }
        catch (JsonException mismatch)
        {
            throw new DaprException($"GET {path} answered a value that is no {typeof(TValue).Name}: {mismatch.Message}", mismatch);
        }
    }

    private sealed record BulkRequest(
        IReadOnlyList<string> Keys, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Parallelism);

    private sealed record BulkItem(string Key, JsonElement? Data, string? ETag, string? Error);
}
