namespace Athene.Dapr.Client;

public abstract partial class DaprClient
{
    private protected const string InvokeByHttpClient = "Call other apps with the HttpClient of CreateInvokeHttpClient or CreateInvokableHttpClient.";

    /// <summary>A client whose requests to <c>http://app-id/path</c> go to that app through the sidecar.</summary>
    /// <param name="appId">The app that relative addresses are meant for; null when every address names its app.</param>
    /// <param name="daprEndpoint">The sidecar's HTTP endpoint; from the environment when null.</param>
    /// <param name="daprApiToken">The sidecar's API token; from the environment when null.</param>
    public static HttpClient CreateInvokeHttpClient(string? appId = null, string? daprEndpoint = null, string? daprApiToken = null)
    {
        var handler = new InvocationHandler
        {
            InnerHandler = new SharedConnections(),
            DefaultAppId = appId,
            DaprEndpoint = daprEndpoint ?? DaprDefaults.HttpEndpoint(),
            DaprApiToken = daprApiToken ?? DaprDefaults.ApiToken(),
        };
        return new HttpClient(handler) { BaseAddress = appId is null ? null : AddressOf(appId) };
    }

    /// <summary>The same as <see cref="CreateInvokeHttpClient"/>, with this client's endpoint and token.</summary>
    public abstract HttpClient CreateInvokableHttpClient(string? appId = null);

    /// <summary>A POST to a method of another app, without a body.</summary>
    public HttpRequestMessage CreateInvokeMethodRequest(string appId, string methodName) =>
        CreateInvokeMethodRequest(HttpMethod.Post, appId, methodName);

    /// <inheritdoc cref="CreateInvokeMethodRequest(string, string)"/>
    public HttpRequestMessage CreateInvokeMethodRequest(
        string appId, string methodName, IReadOnlyCollection<KeyValuePair<string, string>> queryStringParameters) =>
        CreateInvokeMethodRequest(HttpMethod.Post, appId, methodName, queryStringParameters);

    /// <summary>A request for a method of another app, without a body.</summary>
    public abstract HttpRequestMessage CreateInvokeMethodRequest(HttpMethod httpMethod, string appId, string methodName);

    /// <inheritdoc cref="CreateInvokeMethodRequest(HttpMethod, string, string)"/>
    public abstract HttpRequestMessage CreateInvokeMethodRequest(
        HttpMethod httpMethod, string appId, string methodName, IReadOnlyCollection<KeyValuePair<string, string>> queryStringParameters);

    /// <summary>A POST to a method of another app, with data as JSON.</summary>
    public HttpRequestMessage CreateInvokeMethodRequest<TRequest>(string appId, string methodName, TRequest data) =>
        CreateInvokeMethodRequest(HttpMethod.Post, appId, methodName, [], data);

    /// <summary>A request for a method of another app, with data as JSON.</summary>
    public abstract HttpRequestMessage CreateInvokeMethodRequest<TRequest>(
        HttpMethod httpMethod,
        string appId,
        string methodName,
        IReadOnlyCollection<KeyValuePair<string, string>> queryStringParameters,
        TRequest data);

    /// <summary>Calls another app, and hands back whatever it answers.</summary>
    /// <param name="request">Made by <c>CreateInvokeMethodRequest</c>.</param>
    [Obsolete(InvokeByHttpClient)]
    public abstract Task<HttpResponseMessage> InvokeMethodWithResponseAsync(
        HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>Calls another app.</summary>
    /// <exception cref="InvocationException">There was no answer, or an error.</exception>
    [Obsolete(InvokeByHttpClient)]
    public abstract Task InvokeMethodAsync(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>Calls another app, and reads its answer as JSON.</summary>
    /// <exception cref="InvocationException">There was no answer, an error, or one that is no <typeparamref name="TResponse"/>.</exception>
    [Obsolete(InvokeByHttpClient)]
    public abstract Task<TResponse> InvokeMethodAsync<TResponse>(HttpRequestMessage request, CancellationToken cancellationToken = default);

    [Obsolete(InvokeByHttpClient)]
    public Task InvokeMethodAsync(string appId, string methodName, CancellationToken cancellationToken = default) =>
        InvokeMethodAsync(CreateInvokeMethodRequest(appId, methodName), cancellationToken);

    [Obsolete(InvokeByHttpClient)]
    public Task InvokeMethodAsync(HttpMethod httpMethod, string appId, string methodName, CancellationToken cancellationToken = default) =>
        InvokeMethodAsync(CreateInvokeMethodRequest(httpMethod, appId, methodName), cancellationToken);

    [Obsolete(InvokeByHttpClient)]
    public Task InvokeMethodAsync<TRequest>(
        string appId, string methodName, TRequest data, CancellationToken cancellationToken = default) =>
        InvokeMethodAsync(CreateInvokeMethodRequest(appId, methodName, data), cancellationToken);

    [Obsolete(InvokeByHttpClient)]
    public Task InvokeMethodAsync<TRequest>(
        HttpMethod httpMethod, string appId, string methodName, TRequest data, CancellationToken cancellationToken = default) =>
        InvokeMethodAsync(CreateInvokeMethodRequest(httpMethod, appId, methodName, [], data), cancellationToken);

    [Obsolete(InvokeByHttpClient)]
    public Task<TResponse> InvokeMethodAsync<TResponse>(string appId, string methodName, CancellationToken cancellationToken = default) =>
        InvokeMethodAsync<TResponse>(CreateInvokeMethodRequest(appId, methodName), cancellationToken);

    [Obsolete(InvokeByHttpClient)]
    public Task<TResponse> InvokeMethodAsync<TResponse>(
        HttpMethod httpMethod, string appId, string methodName, CancellationToken cancellationToken = default) =>
        InvokeMethodAsync<TResponse>(CreateInvokeMethodRequest(httpMethod, appId, methodName), cancellationToken);

    [Obsolete(InvokeByHttpClient)]
    public Task<TResponse> InvokeMethodAsync<TRequest, TResponse>(
        string appId, string methodName, TRequest data, CancellationToken cancellationToken = default) =>
        InvokeMethodAsync<TResponse>(CreateInvokeMethodRequest(appId, methodName, data), cancellationToken);

    [Obsolete(InvokeByHttpClient)]
    public Task<TResponse> InvokeMethodAsync<TRequest, TResponse>(
        HttpMethod httpMethod, string appId, string methodName, TRequest data, CancellationToken cancellationToken = default) =>
        InvokeMethodAsync<TResponse>(CreateInvokeMethodRequest(httpMethod, appId, methodName, [], data), cancellationToken);

    private static Uri AddressOf(string appId) => Uri.TryCreate($"http://{appId}", UriKind.Absolute, out var address)
        ? address
        : throw new ArgumentException($"The app id '{appId}' cannot be used as a host name.", nameof(appId));

    /// <summary>The process's pool behind a client that may be disposed of.</summary>
    private sealed class SharedConnections : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            SidecarConnections.Invoker.SendAsync(request, cancellationToken);
    }
}
