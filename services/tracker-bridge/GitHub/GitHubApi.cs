using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.TrackerBridge.Budget;

namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// GitHub's REST and GraphQL APIs. What they refuse comes back as an <see cref="AtheneException"/> that says why. Every method takes the API of an
/// enterprise host; null is GitHub itself, or what the services' environment names.
/// </summary>
public sealed class GitHubApi(HttpClient http, GitHubCredentials credentials, OwnersHosts owners, HostBudgets budgets, TimeProvider time)
{
    internal const string UserAgent = "athene";
    internal const string MediaType = "application/vnd.github+json";

    private const int PageSize = 100;

    /// <summary>A host that a project names may give pages without end, and without anything on them.</summary>
    private const int MostPages = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private RequestPurpose purpose;

    /// <summary>The same for what Athene wants to know by itself: nobody waits for it, and it leaves the reserve alone.</summary>
    internal GitHubApi Watching => new(http, credentials, owners, budgets, time) { purpose = RequestPurpose.Watching };

    /// <summary>Reads a document; null when GitHub knows none.</summary>
    internal async Task<T?> FindAsync<T>(string? apiUrl, string path, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(HttpMethod.Get, AddressOf(apiUrl, path), null, cancellationToken);
        return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? null : await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>Reads a list, page after page.</summary>
    /// <param name="most">The most items that are of use.</param>
    internal Task<IReadOnlyList<T>> ListAsync<T>(string? apiUrl, string path, int most, CancellationToken cancellationToken) =>
        ListAsync<IReadOnlyList<T>, T>(apiUrl, path, page => page, most, cancellationToken);

    /// <summary>Reads a list whose pages are documents.</summary>
    internal async Task<IReadOnlyList<T>> ListAsync<TPage, T>(
        string? apiUrl, string path, Func<TPage, IReadOnlyList<T>> items, int most, CancellationToken cancellationToken)
    {
        List<T> all = [];
        var next = AddressOf(apiUrl, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={Math.Min(most, PageSize)}");
        for (var pages = 0; next is not null && all.Count < most && pages < MostPages; pages++)
        {
            using var response = await SendAsync(HttpMethod.Get, next, null, cancellationToken);
            all.AddRange(items(await ReadAsync<TPage>(response, cancellationToken)));
            next = GitHubLinks.Next(response, next);
        }

        return all.Count > most ? all[..most] : all;
    }

    internal Task<TAnswer> PostAsync<TBody, TAnswer>(string? apiUrl, string path, TBody body, CancellationToken cancellationToken) =>
        WriteAsync<TBody, TAnswer>(HttpMethod.Post, AddressOf(apiUrl, path), body, cancellationToken);

    internal Task<TAnswer> PutAsync<TBody, TAnswer>(string? apiUrl, string path, TBody body, CancellationToken cancellationToken) =>
        WriteAsync<TBody, TAnswer>(HttpMethod.Put, AddressOf(apiUrl, path), body, cancellationToken);

    internal Task<TAnswer> PatchAsync<TBody, TAnswer>(string? apiUrl, string path, TBody body, CancellationToken cancellationToken) =>
        WriteAsync<TBody, TAnswer>(HttpMethod.Patch, AddressOf(apiUrl, path), body, cancellationToken);

    /// <summary>Deletes something; what is not there is deleted already.</summary>
    internal async Task DeleteAsync(string? apiUrl, string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, AddressOf(apiUrl, path), null, cancellationToken);
        if (!response.IsSuccessStatusCode && response.StatusCode is not HttpStatusCode.NotFound) throw await RefusalAsync(response, cancellationToken);
    }

    /// <summary>Opens a text of any length; null when GitHub knows none.</summary>
    internal async Task<HttpResponseMessage?> OpenTextAsync(string? apiUrl, string path, CancellationToken cancellationToken)
    {
        var response = await SendAsync(HttpMethod.Get, AddressOf(apiUrl, path), null, cancellationToken, accept: "*/*");
        if (response.IsSuccessStatusCode) return response;
        using (response)
        {
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return null;
            throw await RefusalAsync(response, cancellationToken);
        }
    }

    /// <summary>Asks GraphQL. What single fields could not answer is among the answer's errors.</summary>
    /// <exception cref="AtheneException">Nothing was answered.</exception>
    internal async Task<GraphAnswer> QueryAsync(string? apiUrl, GraphQuery query, CancellationToken cancellationToken)
    {
        var address = GraphAddress.Of(owners.ApiFor(apiUrl));
        using var response = await SendAsync(HttpMethod.Post, address, JsonContent.Create(query, options: GraphJson.Options), cancellationToken);
        if (!response.IsSuccessStatusCode) throw await RefusalAsync(response, cancellationToken);
        if (Parse<GraphAnswer>(await response.Content.ReadAsStringAsync(cancellationToken), GraphJson.Options) is not { } answer) throw GitHubProblems.NotUnderstood(response);
        if (GitHubProblems.IsRateLimit(answer.Errors))
        {
            // GitHub says so with a success, and the budget cannot see it.
            if (response.RequestMessage is { } refused) budgets.For(refused).Note(RateLimitHeaders.Read(response, GraphAddress.PoolOf(address), null, time.GetUtcNow()) with { IsRefusal = true });
            throw GitHubProblems.OfQuery(answer.Errors);
        }

        if (answer.Data.ValueKind is not JsonValueKind.Object) throw GitHubProblems.OfQuery(answer.Errors);
        // Not every host, and not every proxy before one, says it in headers.
        if (answer.RateLimit is { } left && response.RequestMessage is { } request)
            budgets.For(request).Note(new HostAnswer(response.StatusCode, GraphAddress.PoolOf(address), new Allowance(left.Limit, left.Remaining, left.ResetAt)));
        return answer;
    }

    private async Task<TAnswer> WriteAsync<TBody, TAnswer>(HttpMethod method, Uri address, TBody body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, address, JsonContent.Create(body, options: Json), cancellationToken);
        return await ReadAsync<TAnswer>(response, cancellationToken);
    }

    private Uri AddressOf(string? apiUrl, string path) => new(owners.ApiFor(apiUrl), path);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, HttpContent? body, CancellationToken cancellationToken, string accept = MediaType)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.UserAgent.ParseAdd(UserAgent);
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
        request.Options.Set(HostRequest.Purpose, purpose);
        request.Options.Set(HostRequest.Pool, GraphAddress.PoolOf(address));
        if (await credentials.TokenForAsync(address, cancellationToken) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (credentials.IdentityOf(token) is { } identity) request.Options.Set(HostRequest.Identity, identity);
        }

        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw GitHubProblems.Unreachable(new Uri(ApiAddress.OriginOf(address)), failure);
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode) throw await RefusalAsync(response, cancellationToken);
        return Parse<T>(await response.Content.ReadAsStringAsync(cancellationToken), Json) ?? throw GitHubProblems.NotUnderstood(response);
    }

    private async Task<AtheneException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        GitHubProblems.Of(response, Parse<GitHubError>(await response.Content.ReadAsStringAsync(cancellationToken), Json)?.Message, time.GetUtcNow());

    private static T? Parse<T>(string text, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException)
        {
            // A proxy's page, not GitHub's answer: the status is all that can be told.
            return default;
        }
    }
}
