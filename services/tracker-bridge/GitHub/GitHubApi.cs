using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitHub;

/// <summary>GitHub's REST API, one request at a time; what it refuses comes back as an <see cref="AtheneException"/> that says why.</summary>
public sealed class GitHubApi(HttpClient http, GitHubCredentials credentials, IConfiguration configuration)
{
    internal const string PublicHost = "api.github.com";

    /// <summary>Names the API for projects whose configuration names none (<c>scm.apiUrl</c>), as on GitHub's own runners.</summary>
    private const string AddressVariable = "GITHUB_API_URL";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads a document; null when GitHub knows none.</summary>
    /// <param name="apiUrl">The API of an enterprise host; null: GitHub itself, or what the environment names.</param>
    internal async Task<T?> FindAsync<T>(string? apiUrl, string path, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(HttpMethod.Get, apiUrl, path, null, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound) return null;
        return await ReadAsync<T>(response, cancellationToken);
    }

    internal async Task<TAnswer> PostAsync<TBody, TAnswer>(string? apiUrl, string path, TBody body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, apiUrl, path, JsonContent.Create(body, options: Json), cancellationToken);
        return await ReadAsync<TAnswer>(response, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string? apiUrl, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        var ownersApi = configuration[AddressVariable] is { Length: > 0 } address ? AddressOf(address) : null;
        var api = apiUrl is not null ? AddressOf(apiUrl) : ownersApi ?? AddressOf($"https://{PublicHost}");
        using var request = new HttpRequestMessage(method, new Uri(api, path)) { Content = body };
        request.Headers.UserAgent.ParseAdd("athene");
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
        if (await credentials.TokenForAsync(api, ownersApi, cancellationToken) is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw GitHubProblems.Unreachable(api, failure);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode) throw GitHubProblems.Of(response, Parse<GitHubError>(text)?.Message);
        return Parse<T>(text) ?? throw GitHubProblems.NotUnderstood(response);
    }

    private static T? Parse<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json);
        }
        catch (JsonException)
        {
            // A proxy's page, not GitHub's answer: the status is all that can be told.
            return default;
        }
    }

    // Without the slash at its end, the last part of the address would be replaced by the path.
    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new AtheneException(
                ErrorTypes.TrackerNotConfigured, StatusCodes.Status422UnprocessableEntity, $"'{text}' is not the address of an API.",
                "Set 'apiUrl' of the project's 'scm' to something like https://github.example.com/api/v3");
}
