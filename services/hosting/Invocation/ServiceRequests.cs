using System.Net.Http.Json;
using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;

namespace Athene.Hosting.Invocation;

/// <summary>Questions to another service, through Dapr; what it refuses comes back as it said it.</summary>
public static class ServiceRequests
{
    /// <param name="failed">Makes the error for an answer that says nothing, or for none at all.</param>
    public static async Task<TAnswer> AskAsync<TQuestion, TAnswer>(
        this HttpClient service, string path, TQuestion question, Func<string, Exception?, AtheneException> failed, CancellationToken cancellationToken)
    {
        using var request = RequestOf(path, question);
        using var response = await service.RequireAsync(request, failed, cancellationToken);
        return await response.Content.ReadFromJsonAsync<TAnswer>(AtheneJson.Options, cancellationToken) ?? throw failed("it answered nothing", null);
    }

    /// <summary>The same for what is answered with nothing.</summary>
    public static async Task TellAsync<TMessage>(
        this HttpClient service, string path, TMessage message, Func<string, Exception?, AtheneException> failed, CancellationToken cancellationToken)
    {
        using var request = RequestOf(path, message);
        using var response = await service.RequireAsync(request, failed, cancellationToken);
    }

    /// <summary>The same for what is only read.</summary>
    public static async Task<TAnswer> ReadAsync<TAnswer>(
        this HttpClient service, string path, Func<string, Exception?, AtheneException> failed, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await service.RequireAsync(request, failed, cancellationToken);
        return await response.Content.ReadFromJsonAsync<TAnswer>(AtheneJson.Options, cancellationToken) ?? throw failed("it answered nothing", null);
    }

    private static HttpRequestMessage RequestOf<TQuestion>(string path, TQuestion question) =>
        new(HttpMethod.Post, path) { Content = JsonContent.Create(question, options: AtheneJson.Options) };

    private static async Task<HttpResponseMessage> RequireAsync(
        this HttpClient service, HttpRequestMessage request, Func<string, Exception?, AtheneException> failed, CancellationToken cancellationToken)
    {
        try
        {
            var response = await service.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode) return response;
            using (response)
            {
                throw await ReadProblemAsync(response, cancellationToken) is { } problem
                    ? new AtheneException(problem)
                    : failed($"it answered {(int)response.StatusCode}", null);
            }
        }
        catch (HttpRequestException unreachable)
        {
            throw failed(unreachable.Message, unreachable);
        }
    }

    private static async Task<ProblemDocument?> ReadProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json") return null;
        try
        {
            return await response.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options, cancellationToken);
        }
        catch (JsonException)
        {
            // Its status is all that can be told.
            return null;
        }
    }
}
