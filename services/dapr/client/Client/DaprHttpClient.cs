using System.Net.Http.Json;
using System.Text.Json;
using Athene.Dapr.Grpc;

namespace Athene.Dapr.Client;

/// <summary>A <see cref="DaprClient"/> over the sidecar's HTTP API, and its gRPC API for what HTTP cannot carry.</summary>
internal sealed partial class DaprHttpClient(Uri endpoint, Uri grpcEndpoint, HttpClient http, string? apiToken, JsonSerializerOptions json) : DaprClient
{
    private static readonly TimeSpan HealthPause = TimeSpan.FromMilliseconds(100);

    private readonly SidecarHttp sidecar = new(endpoint, http, apiToken);
    private readonly BinaryState binaryState = new(new GrpcConnection(grpcEndpoint, apiToken, http));

    public override JsonSerializerOptions JsonSerializerOptions => json;

    public override async Task<Dictionary<string, string>> GetSecretAsync(
        string storeName,
        string key,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default) =>
        await GetAsync<Dictionary<string, string>>(
            SidecarHttp.Path("secrets", storeName, key) + SidecarHttp.Query(metadata), cancellationToken);

    public override async Task<Dictionary<string, Dictionary<string, string>>> GetBulkSecretAsync(
        string storeName, IReadOnlyDictionary<string, string>? metadata = default, CancellationToken cancellationToken = default) =>
        await GetAsync<Dictionary<string, Dictionary<string, string>>>(
            SidecarHttp.Path("secrets", storeName, "bulk") + SidecarHttp.Query(metadata), cancellationToken);

    public override Task<bool> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        IsHealthyAsync(SidecarHttp.Path("healthz"), cancellationToken);

    public override Task<bool> CheckOutboundHealthAsync(CancellationToken cancellationToken = default) =>
        IsHealthyAsync(SidecarHttp.Path("healthz", "outbound"), cancellationToken);

    public override async Task WaitForSidecarAsync(CancellationToken cancellationToken = default)
    {
        while (!await CheckOutboundHealthAsync(cancellationToken))
            await Task.Delay(HealthPause, cancellationToken);
    }

    public override async Task ShutdownSidecarAsync(CancellationToken cancellationToken = default)
    {
        using var response = await sidecar.SendOkAsync(HttpMethod.Post, SidecarHttp.Path("shutdown"), content: null, cancellationToken);
    }

    public override async Task<DaprMetadata> GetMetadataAsync(CancellationToken cancellationToken = default)
    {
        var metadata = await GetAsync<MetadataBody>(SidecarHttp.Path("metadata"), cancellationToken);
        return new DaprMetadata(
            metadata.Id ?? "", metadata.Actors ?? [], metadata.Extended ?? new Dictionary<string, string>(), metadata.Components ?? []);
    }

    public override async Task SetMetadataAsync(
        string attributeName, string attributeValue, CancellationToken cancellationToken = default)
    {
        using var response = await sidecar.SendOkAsync(
            HttpMethod.Put, SidecarHttp.Path("metadata", attributeName), new StringContent(attributeValue), cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) http.Dispose();
        base.Dispose(disposing);
    }

    private async Task<bool> IsHealthyAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await sidecar.SendAsync(HttpMethod.Get, path, content: null, ifMatch: null, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (DaprException)
        {
            // No connection is an answer to this question.
            return false;
        }
    }

    private async Task<T> GetAsync<T>(string pathAndQuery, CancellationToken cancellationToken)
    {
        using var response = await sidecar.SendOkAsync(HttpMethod.Get, pathAndQuery, content: null, cancellationToken);
        return await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken)
            ?? throw new DaprException($"GET {pathAndQuery} was answered with nothing.");
    }

    private sealed record MetadataBody(
        string? Id, DaprActorMetadata[]? Actors, Dictionary<string, string>? Extended, DaprComponentsMetadata[]? Components);
}
