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
        try
        {
            using var response = await service.PostAsJsonAsync(path, question, AtheneJson.Options, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw await ReadProblemAsync(response, cancellationToken) is { } problem
                    ? new AtheneException(problem)
                    : failed($"it answered {(int)response.StatusCode}", null);
            }

            return await response.Content.ReadFromJsonAsync<TAnswer>(AtheneJson.Options, cancellationToken) ?? throw failed("it answered nothing", null);
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
