using System.Net;
using System.Net.Http.Headers;
using Athene.TrackerBridge.Budget;

namespace Athene.TrackerBridge.GitLab;

/// <summary>GitLab's REST API (version 4); what it refuses comes back as an <see cref="Contracts.Errors.AtheneException"/> that says why.</summary>
public sealed class GitLabApi(HttpClient http, GitLabCredentials credentials)
{
    /// <summary>The most that GitLab gives on a page.</summary>
    internal const int PageSize = 100;

    /// <summary>A host that a project names may give pages without end.</summary>
    private const int MostPages = 100;

    private const string Json = "application/json";

    private const string NextPage = "X-Next-Page";

    private RequestPurpose purpose;

    /// <summary>The same for what Athene wants to know by itself: nobody waits for it, and it leaves the reserve alone.</summary>
    internal GitLabApi Watching => new(http, credentials) { purpose = RequestPurpose.Watching };

    /// <summary>Finds the project that a repository's name means.</summary>
    internal GitLabProject ProjectOf(string? repo, string? apiUrl, string projectId) => GitLabProject.Of(repo, apiUrl, credentials.OwnersApi, projectId);

    /// <summary>Reads a document; null when GitLab knows none.</summary>
    internal async Task<T?> FindAsync<T>(GitLabProject project, string path, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(HttpMethod.Get, project, path, null, cancellationToken);
        return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? null : await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>What is in a project that the token may not see is not found either; this tells the two apart.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The project cannot be seen.</exception>
    internal async Task RequireVisibleAsync(GitLabProject project, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, project, project.At(""), null, cancellationToken);
        if (!response.IsSuccessStatusCode) throw GitLabProblems.Of(response, $"{project.Path} is not there, or not for this token");
    }

    /// <summary>Reads a list, page after page, up to <paramref name="most"/> entries.</summary>
    /// <param name="path">With a query.</param>
    internal async Task<IReadOnlyList<T>> ListAsync<T>(GitLabProject project, string path, CancellationToken cancellationToken, int most = int.MaxValue)
    {
        List<T> all = [];
        var page = "1";
        for (var pages = 0; page.Length > 0 && all.Count < most && pages < MostPages; pages++)
        {
            using var response = await SendAsync(HttpMethod.Get, project, $"{path}&per_page={Math.Min(most, PageSize)}&page={page}", null, cancellationToken);
            all.AddRange(await ReadAsync<List<T>>(response, cancellationToken));
            page = response.Headers.TryGetValues(NextPage, out var next) ? next.First() : "";
        }

        return [.. all.Take(most)];
    }

    internal async Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method, GitLabProject project, string path, TBody body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, project, path, JsonContent.Create(body, options: GitLabJson.Options), cancellationToken);
        return await ReadAsync<TAnswer>(response, cancellationToken);
    }

    /// <summary>Opens a text that may be long; null when GitLab has none.</summary>
    internal async Task<Stream?> OpenAsync(GitLabProject project, string path, CancellationToken cancellationToken)
    {
        var response = await SendAsync(HttpMethod.Get, project, path, null, cancellationToken, HttpCompletionOption.ResponseHeadersRead, accept: "text/plain");
        if (response.IsSuccessStatusCode) return await response.Content.ReadAsStreamAsync(cancellationToken);
        using (response)
        {
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return null;
            throw GitLabProblems.Of(response, GitLabJson.Refusal(await response.Content.ReadAsStringAsync(cancellationToken)));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        GitLabProject project,
        string path,
        HttpContent? body,
        CancellationToken cancellationToken,
        HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead,
        string accept = Json)
    {
        using var request = new HttpRequestMessage(method, new Uri(project.Api, path)) { Content = body };
        request.Headers.UserAgent.ParseAdd("athene");
        request.Headers.Accept.ParseAdd(accept);
        request.Options.Set(HostRequest.Purpose, purpose);
        if (await credentials.TokenForAsync(project.Api, cancellationToken) is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            return await http.SendAsync(request, completion, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw GitLabProblems.Unreachable(project.Api, failure);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode) throw GitLabProblems.Of(response, GitLabJson.Refusal(text));
        return GitLabJson.Parse<T>(text) ?? throw GitLabProblems.NotUnderstood(response);
    }
}
