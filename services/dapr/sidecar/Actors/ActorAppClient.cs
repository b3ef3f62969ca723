using System.Net.Http.Headers;
using System.Text;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.Actors;

/// <summary>
/// What the sidecar says to an app about its actors. Nothing here can be cancelled by whoever caused it: a turn lasts until the app has
/// answered, or else the next one could begin while the app is still at this one.
/// </summary>
internal sealed class ActorAppClient(AppChannel channel)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Protobuf = new("application/x-protobuf");

    /// <exception cref="ActorException">The app is not there, or answers anything but 200.</exception>
    public Task<ActorAnswer> InvokeAsync(ActorTurn turn, ActorCall call)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Address(turn.Host.App, call.Actor, call.Method)) { Content = new ReadOnlyMemoryContent(call.Body) };
        foreach (var (name, values) in call.Headers)
        {
            if (IsOfTheSidecar(name)) continue;
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values))
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }

        var isRemote = call.Caller != turn.Host.App;
        request.Headers.TryAddWithoutValidation("Dapr-Api-Call", "true");
        // Dapr names the sidecar that hosts the actor here, not the one that was asked.
        request.Headers.TryAddWithoutValidation("Dapr-Caller-App-Id", turn.Host.App.Id);
        request.Headers.TryAddWithoutValidation("Dapr-Caller-Namespace", "default");
        request.Headers.TryAddWithoutValidation("Traceparent", isRemote ? TraceHop.Child(call.Hop.TraceParent) : call.Hop.TraceParent);
        if (call.Hop.TraceState.Length > 0) request.Headers.TryAddWithoutValidation("Tracestate", call.Hop.TraceState);
        if (isRemote) request.Headers.TryAddWithoutValidation("X-Dapr-Remote", "true");
        if (turn.Chain is { } chain)
        {
            request.Headers.Remove(ActorCall.ReentrancyHeader);
            request.Headers.TryAddWithoutValidation(ActorCall.ReentrancyHeader, chain);
        }

        return SendAsync(turn.Host.App, request);
    }

    /// <summary>Calls a reminder or a timer back.</summary>
    /// <param name="method"><c>remind/{name}</c> or <c>timer/{name}</c>, escaped.</param>
    /// <exception cref="ActorException">The app is not there, or answers anything but 200.</exception>
    public Task<ActorAnswer> CallBackAsync(ActorTurn turn, string method, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Address(turn.Host.App, turn.Actor.Key, method)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        if (turn.Chain is { } chain) request.Headers.TryAddWithoutValidation(ActorCall.ReentrancyHeader, chain);
        return SendAsync(turn.Host.App, request);
    }

    /// <exception cref="ActorException">The app is not there, or answers anything but 200.</exception>
    public Task DeactivateAsync(HostedApp app, ActorKey actor, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"http://127.0.0.1:{app.AppPort}{Path(actor)}")) { Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentType = Protobuf;
        return SendAsync(app, request, cancellationToken);
    }

    private async Task<ActorAnswer> SendAsync(HostedApp app, HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using var _ = request;
        try
        {
            using var response = await channel.SendAsync(app, request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return (int)response.StatusCode switch
            {
                200 => new ActorAnswer(HeadersOf(response), body),
                404 => throw new ActorException(ActorFault.Invocation, $"actor method not found: {request.RequestUri!.AbsolutePath[1..]}"),
                var status => throw new ActorException(ActorFault.Invocation, $"error from actor service: ({status}) {Encoding.UTF8.GetString(body)}"),
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ActorException(ActorFault.Invocation, $"{app.Id} does not answer: {e.Message}");
        }
    }

    private static List<KeyValuePair<string, string[]>> HeadersOf(HttpResponseMessage response)
    {
        List<KeyValuePair<string, string[]>> headers = [];
        foreach (var (name, values) in response.Headers.NonValidated) if (HopHeaders.Travels(name)) headers.Add(new(name, [.. values]));
        foreach (var (name, values) in response.Content.Headers.NonValidated) if (!IsLength(name)) headers.Add(new(name, [.. values]));
        return headers;
    }

    private static Uri Address(HostedApp app, ActorKey actor, string method) => new($"http://127.0.0.1:{app.AppPort}{Path(actor)}/method/{method}");

    private static string Path(ActorKey actor) => $"/actors/{Uri.EscapeDataString(actor.Type)}/{Uri.EscapeDataString(actor.Id)}";

    /// <summary>Also what only the sidecar may say: an app must not be able to pose as another one.</summary>
    private static bool IsOfTheSidecar(string name) =>
        !HopHeaders.Travels(name) || IsLength(name) || name.StartsWith("Dapr-Caller-", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Dapr-Api-Call", StringComparison.OrdinalIgnoreCase) || name.Equals("X-Dapr-Remote", StringComparison.OrdinalIgnoreCase);

    private static bool IsLength(string name) => name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);
}
