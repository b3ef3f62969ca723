using System.Net.Http.Json;
using System.Text.Json;

namespace Athene.Dapr.Client;

internal sealed partial class DaprHttpClient
{
    private static readonly HttpRequestOptionsKey<(string AppId, string Method)> Target = new("athene.dapr.invoke");

    public override HttpClient CreateInvokableHttpClient(string? appId = null) =>
        CreateInvokeHttpClient(appId, endpoint.OriginalString, apiToken ?? "");

    public override HttpRequestMessage CreateInvokeMethodRequest(HttpMethod httpMethod, string appId, string methodName) =>
        CreateInvokeMethodRequest(httpMethod, appId, methodName, []);

    public override HttpRequestMessage CreateInvokeMethodRequest(
        HttpMethod httpMethod, string appId, string methodName, IReadOnlyCollection<KeyValuePair<string, string>> queryStringParameters)
    {
        ArgumentNullException.ThrowIfNull(httpMethod);
        ArgumentException.ThrowIfNullOrEmpty(appId);
        ArgumentNullException.ThrowIfNull(methodName);
        var query = string.Join('&', queryStringParameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var separator = query.Length == 0 ? "" : methodName.Contains('?') ? "&" : "?";
        var path = $"/v1.0/invoke/{appId}/method/{methodName.TrimStart('/')}{separator}{query}";
        var request = new HttpRequestMessage(httpMethod, new Uri(endpoint, path));
        request.Options.Set(Target, (appId, methodName));
        return request;
    }

    public override HttpRequestMessage CreateInvokeMethodRequest<TRequest>(
        HttpMethod httpMethod,
        string appId,
        string methodName,
        IReadOnlyCollection<KeyValuePair<string, string>> queryStringParameters,
        TRequest data)
    {
        var request = CreateInvokeMethodRequest(httpMethod, appId, methodName, queryStringParameters);
        request.Content = JsonContent.Create(data, options: json);
        return request;
    }

    [Obsolete(InvokeByHttpClient)]
    public override async Task<HttpResponseMessage> InvokeMethodWithResponseAsync(
        HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        // The sidecar's token must not leave for another host.
        if (request.RequestUri is null || !endpoint.IsBaseOf(request.RequestUri))
            throw new InvalidOperationException($"The request to '{request.RequestUri}' is not one of CreateInvokeMethodRequest.");

        if (apiToken is not null) request.Headers.TryAddWithoutValidation(DaprHeaders.ApiToken, apiToken);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw Failed(request, unreachable, response: null);
        }
    }

    [Obsolete(InvokeByHttpClient)]
    public override async Task InvokeMethodAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using var response = await InvokeOkAsync(request, cancellationToken);
    }

    [Obsolete(InvokeByHttpClient)]
    public override async Task<TResponse> InvokeMethodAsync<TResponse>(
        HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var response = await InvokeOkAsync(request, cancellationToken);
        try
        {
            return (await response.Content.ReadFromJsonAsync<TResponse>(json, cancellationToken))!;
        }
        catch (JsonException unreadable)
        {
            throw Failed(request, unreadable, response);
        }
    }

    [Obsolete(InvokeByHttpClient)]
    private async Task<HttpResponseMessage> InvokeOkAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await InvokeMethodWithResponseAsync(request, cancellationToken);
        try
        {
            // Whoever catches an error reads the answer after the connection has gone back.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            throw Failed(request, broken, response);
        }

        return response.IsSuccessStatusCode ? response : throw Failed(request, new HttpRequestException(response.ReasonPhrase, null, response.StatusCode), response);
    }

    private static InvocationException Failed(HttpRequestMessage request, Exception cause, HttpResponseMessage? response)
    {
        request.Options.TryGetValue(Target, out var target);
        return new InvocationException(target.AppId, target.Method, cause, response);
    }
}
