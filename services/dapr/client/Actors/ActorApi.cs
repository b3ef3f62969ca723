using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Athene.Dapr.Client;

namespace Athene.Dapr.Actors;

/// <summary>The sidecar's HTTP API for actors: calls, state, reminders and timers.</summary>
internal sealed class ActorApi(SidecarHttp sidecar)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <param name="timeout">How long one call may take; 100 s if null.</param>
    /// <param name="handler">What requests go through instead of the process's pool of connections.</param>
    public static ActorApi At(string endpoint, string? apiToken, TimeSpan? timeout = null, HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(handler ?? SidecarConnections.Handler, disposeHandler: false);
        if (timeout is { } limit) http.Timeout = limit;
        return new ActorApi(new SidecarHttp(SidecarHttp.ParseEndpoint(endpoint), http, string.IsNullOrWhiteSpace(apiToken) ? null : apiToken));
    }

    /// <summary>Calls a method, and hands back what it answered.</summary>
    /// <exception cref="ActorMethodInvocationException">The actor answered with an error of its own.</exception>
    /// <exception cref="DaprException">There was no answer, or the sidecar's error.</exception>
    public async Task<byte[]> InvokeAsync(
        string actorType, string actorId, string method, byte[]? argument, bool isTyped, CancellationToken cancellationToken)
    {
        var path = SidecarHttp.Path("actors", actorType, actorId, "method", method);
        using var request = sidecar.Request(HttpMethod.Put, path, argument is null ? null : JsonOf(argument));
        if (isTyped) request.Headers.TryAddWithoutValidation(ActorHeaders.TypedRequest, ActorHeaders.Json);
        if (ReentrancyChain.Current is { } chain) request.Headers.TryAddWithoutValidation(ActorHeaders.ReentrancyId, chain);
        using var response = await sidecar.SendOkAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.Headers.Contains(ActorHeaders.ErrorResponse)
            ? throw ActorFailure.Read(body).ToException(actorType, actorId, method)
            : body;
    }

    /// <summary>The JSON of a value of an actor's state and when it expires; null if there is none.</summary>
    public async Task<(byte[] Json, DateTimeOffset? ExpiresAt)?> GetStateAsync(
        string actorType, string actorId, string name, CancellationToken cancellationToken)
    {
        using var request = sidecar.Request(HttpMethod.Get, SidecarHttp.Path("actors", actorType, actorId, "state", name), content: null);
        using var response = await sidecar.SendOkAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return body.Length == 0 ? null : (body, ExpiryIn(response));
    }

    /// <summary>Makes all changes to an actor's state, or none.</summary>
    public Task CommitStateAsync(string actorType, string actorId, byte[] operations, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, SidecarHttp.Path("actors", actorType, actorId, "state"), operations, cancellationToken);

    public Task SetReminderAsync(string actorType, string actorId, string name, byte[] reminder, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, SidecarHttp.Path("actors", actorType, actorId, "reminders", name), reminder, cancellationToken);

    /// <summary>The JSON of a reminder, or null if there is none of that name.</summary>
    public async Task<byte[]?> GetReminderAsync(string actorType, string actorId, string name, CancellationToken cancellationToken)
    {
        using var request = sidecar.Request(HttpMethod.Get, SidecarHttp.Path("actors", actorType, actorId, "reminders", name), content: null);
        using var response = await sidecar.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync(cancellationToken)
            : throw await SidecarHttp.ErrorAsync(response, cancellationToken);
    }

    public Task DeleteReminderAsync(string actorType, string actorId, string name, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, SidecarHttp.Path("actors", actorType, actorId, "reminders", name), body: null, cancellationToken);

    public Task SetTimerAsync(string actorType, string actorId, string name, byte[] timer, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, SidecarHttp.Path("actors", actorType, actorId, "timers", name), timer, cancellationToken);

    public Task DeleteTimerAsync(string actorType, string actorId, string name, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, SidecarHttp.Path("actors", actorType, actorId, "timers", name), body: null, cancellationToken);

    private async Task SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        using var request = sidecar.Request(method, path, body is null ? null : JsonOf(body));
        using var response = await sidecar.SendOkAsync(request, cancellationToken);
    }

    private static ByteArrayContent JsonOf(byte[] json) => new(json) { Headers = { ContentType = Json } };

    private static DateTimeOffset? ExpiryIn(HttpResponseMessage response) =>
        response.Headers.TryGetValues(ActorHeaders.ExpireTime, out var values)
        && DateTimeOffset.TryParse(values.First(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expiry)
            ? expiry
            : null;
}
