using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Athene.Cli.Output;
using Athene.Contracts.Errors;
using Athene.Contracts.Operations;

namespace Athene.Cli.Api;

/// <summary>The session service's HTTP API (design interfaces.md §3). What it refuses comes back as an <see cref="AtheneException"/>.</summary>
internal sealed class SessionApi : IDisposable
{
    /// <summary>How long a service that is being restarted is waited for.</summary>
    private static readonly TimeSpan RestartAllowance = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);

    private static readonly (string Name, string? Value) RespondAsync = ("Prefer", "respond-async");

    private readonly ApiAddress address;
    private readonly TimeProvider time;
    private readonly HttpClient http;

    public SessionApi(ApiAddress address, TimeProvider time)
    {
        this.address = address;
        this.time = time;
        // A proxy of the environment is for the world outside; looking for it also costs start-up time.
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", address.Token);
    }

    public static SessionApi Connect(CliContext context) => new(ApiAddress.Find(context), context.Time);

    /// <summary>Another service of this home, which answers in the same manner; only its owner may ask it.</summary>
    public static SessionApi ConnectTo(CliContext context, string appId) => new(ApiAddress.OfHome(context.Home, appId), context.Time);

    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    public Task<TAnswer> PostAsync<TBody, TAnswer>(
        string path, TBody body, CancellationToken cancellationToken, string? idempotencyKey = null) =>
        WriteAsync<TBody, TAnswer>(HttpMethod.Post, path, body, cancellationToken, ("Idempotency-Key", idempotencyKey));

    public Task<TAnswer> PatchAsync<TBody, TAnswer>(string path, TBody body, CancellationToken cancellationToken) =>
        WriteAsync<TBody, TAnswer>(HttpMethod.Patch, path, body, cancellationToken);

    /// <summary>Asks for something that takes long, and gets the operation at once instead of waiting for its result.</summary>
    public Task<OperationDocument> BeginAsync<TBody>(HttpMethod method, string path, TBody body, CancellationToken cancellationToken) =>
        WriteAsync<TBody, OperationDocument>(method, path, body, cancellationToken, RespondAsync);

    /// <summary>Starts an operation and does not wait for its end.</summary>
    public async Task<OperationDocument> BeginAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(Request, cancellationToken);
        return await ReadAsync<OperationDocument>(response, cancellationToken);

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Headers.TryAddWithoutValidation(RespondAsync.Name, RespondAsync.Value);
            return request;
        }
    }

    public async Task<T> DeleteAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Delete, path), cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>Reads a document as it is now and then each time it changes, until nobody wants more. The server holds the request meanwhile.</summary>
    public async IAsyncEnumerable<T> WatchAsync<T>(
        string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EntityTagHeaderValue? seen = null;
        while (true)
        {
            using var response = await SendAsync(() => LongPoll(path, seen), cancellationToken);
            if (response.StatusCode is HttpStatusCode.NotModified) continue;
            yield return await ReadAsync<T>(response, cancellationToken);
            // A server that does not wait would otherwise be asked without a pause.
            if (response.Headers.ETag is null || response.Headers.ETag.Equals(seen)) await Task.Delay(RetryInterval, time, cancellationToken);
            seen = response.Headers.ETag;
        }
    }

    /// <summary>Opens a stream of server-sent events, after the event <paramref name="lastEventId"/> when there is one.</summary>
    public async Task<HttpResponseMessage> OpenStreamAsync(string path, string? lastEventId, CancellationToken cancellationToken)
    {
        var response = await SendAsync(Request, cancellationToken);
        if (response.IsSuccessStatusCode) return response;
        using (response) throw await RefusalAsync(response, cancellationToken);

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/event-stream");
            if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
            return request;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<TAnswer> WriteAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, CancellationToken cancellationToken, params (string Name, string? Value)[] headers)
    {
        var json = JsonSerializer.Serialize(body, TypeOf<TBody>());
        using var response = await SendAsync(Request, cancellationToken);
        return await ReadAsync<TAnswer>(response, cancellationToken);

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers) if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
            return request;
        }
    }

    private static HttpRequestMessage LongPoll(string path, EntityTagHeaderValue? seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Prefer", "wait=10");
        if (seen is not null) request.Headers.IfNoneMatch.Add(seen);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                using var message = request();
                return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            }
            catch (HttpRequestException error)
            {
                if (!MayTryAgain(error, request) || time.GetElapsedTime(started) > RestartAllowance) throw Problems.NotReachable(address.Address.ToString(), error);
                await Task.Delay(RetryInterval, time, cancellationToken);
            }
        }
    }

    // A request that never got a connection did nothing. One that broke off midway may be repeated when it changes nothing, or names itself.
    private bool MayTryAgain(HttpRequestException error, Func<HttpRequestMessage> request)
    {
        if (!address.MayComeBack) return false;
        if (error.HttpRequestError is HttpRequestError.ConnectionError) return true;
        using var message = request();
        return message.Method == HttpMethod.Get || message.Method == HttpMethod.Put || message.Headers.Contains("Idempotency-Key");
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode) throw await RefusalAsync(response, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body, TypeOf<T>()) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw Problems.Failed(
                $"{response.RequestMessage?.RequestUri} answered something else than {typeof(T).Name}: {error.Message}",
                "Check that the services and this command are of the same version: athene down && athene up --detach", error);
        }
    }

    private static async Task<AtheneException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is "application/problem+json" or "application/json" && Problem(body) is { } problem)
        {
            return new AtheneException(problem.Status == 0 ? problem with { Status = (int)response.StatusCode } : problem);
        }

        return new AtheneException(new ProblemDocument(
            ErrorTypes.Internal,
            $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.AbsolutePath} was answered {(int)response.StatusCode}.",
            (int)response.StatusCode,
            Hint: "Look into the service's log in the logs directory of athene up, such as session.log."));
    }

    private static ProblemDocument? Problem(string body)
    {
        try
        {
            var problem = JsonSerializer.Deserialize(body, TypeOf<ProblemDocument>());
            return problem?.Title is null ? null : problem;
        }
        catch (JsonException)
        {
            // Not a problem document: the status alone has to tell.
            return null;
        }
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)CliJson.Options.GetTypeInfo(typeof(T));
}
