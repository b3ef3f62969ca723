using System.Net.Http.Json;

namespace Athene.Dapr.Client;

internal sealed partial class DaprHttpClient
{
    private static readonly HttpRequestOptionsKey<(string AppId, string Method)> Target = new("athene.dapr.invoke");

    public override HttpClient CreateInvokableHttpClient(string? appId = null) =>
        CreateInvokeHttpClient(appId, endpoint.OriginalString, apiToken ?? "");

    public override HttpRequestMessage CreateInvokeMethodRequest(HttpMethod httpMethod, string appId, string methodName) =>
        RequestFor(httpMethod, appId, methodName, []);

    public override HttpRequestMessage CreateInvokeMethodRequest<TRequest>(
        HttpMethod httpMethod,
        string appId,
        string methodName,
        IReadOnlyCollection<KeyValuePair<string, string>> queryStringParameters,
        TRequest data)
    {
        var request = RequestFor(httpMethod, appId, methodName, queryStringParameters);
        request.Content = JsonContent.Create(data, options: json);
        return request;
    }

    public override async Task<HttpResponseMessage> InvokeMethodWithResponseAsync(
        HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var (appId, method) = TargetOf(request);
        if (apiToken is not null) request.Headers.TryAddWithoutValidation(DaprHeaders.ApiToken, apiToken);
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw new InvocationException(appId, method, unreachable, response: null);
        }
    }

    public override async Task InvokeMethodAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using var response = await InvokeOkAsync(request, cancellationToken);
    }

    public override async Task<TResponse> InvokeMethodAsync<TResponse>(
        HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using var response = await InvokeOkAsync(request, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<TResponse>(json, cancellationToken))!;
    }

    private static (string AppId, string Method) TargetOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(Target, out var target) ? target : ("", request.RequestUri?.PathAndQuery ?? "");

    private async Task<HttpResponseMessage> InvokeOkAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await InvokeMethodWithResponseAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode) return response;

        var (appId, method) = TargetOf(request);
        throw new InvocationException(appId, method, innerException: null, response);
    }

    private HttpRequestMessage RequestFor(
        HttpMethod httpMethod, string appId, string methodName, IReadOnlyCollection<KeyValuePair<string, string>> query)
    {
        ArgumentException.ThrowIfNullOrEmpty(appId);
        var parameters = string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var separator = parameters.Length == 0 ? "" : methodName.Contains('?') ? "&" : "?";
        var path = $"/v1.0/invoke/{appId}/method/{methodName.TrimStart('/')}{separator}{parameters}";
        var request = new HttpRequestMessage(httpMethod, new Uri(endpoint, path));
        request.Options.Set(Target, (appId, methodName));
        return request;
    }
}
