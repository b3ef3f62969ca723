using System.Net.Http.Headers;
using System.Text.Json;
using Athene.TrackerBridge.Secrets;

namespace Athene.TrackerBridge.GitHub;

/// <summary>Tokens of the owner's GitHub App for its installation, made anew shortly before they expire.</summary>
public sealed class GitHubAppTokens(OwnersHosts owners, OwnerSecrets secrets, IHttpClientFactory clients, TimeProvider time) : IDisposable
{
    private const string IdName = "GITHUB_APP_ID";
    private const string KeyName = "GITHUB_APP_PRIVATE_KEY";
    private const string InstallationName = "GITHUB_APP_INSTALLATION_ID";

    /// <summary>A token that is good for less may expire on its way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly SemaphoreSlim turn = new(1);
    private GitHubAppToken? current;

    /// <summary>A token for the host that the App is at: the one of the services' environment, else GitHub itself. Null without an App, or for another host.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The App's credentials are not good.</exception>
    public async Task<string?> TokenForAsync(Uri api, CancellationToken cancellationToken)
    {
        var own = owners.ApiFor(null);
        if (ApiAddress.OriginOf(api) != ApiAddress.OriginOf(own)) return null;
        if (await secrets.FirstAsync([IdName], cancellationToken) is not { } id
            || await secrets.FirstAsync([KeyName], cancellationToken) is not { } key
            || await secrets.FirstAsync([InstallationName], cancellationToken) is not { } installation) return null;
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (current is null || current.ExpiresAt - time.GetUtcNow() < Margin) current = await RequestAsync(own, id, key, installation, cancellationToken);
            return current.Token;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<GitHubAppToken> RequestAsync(Uri api, string id, string key, string installation, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(nameof(GitHubAppTokens));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, $"app/installations/{Uri.EscapeDataString(installation)}/access_tokens"));
        request.Headers.UserAgent.ParseAdd(GitHubApi.UserAgent);
        request.Headers.Accept.ParseAdd(GitHubApi.MediaType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", GitHubAppAssertion.Sign(id, key, time.GetUtcNow()));
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode && JsonSerializer.Deserialize<GitHubAppToken>(text, Json) is { Token.Length: > 0 } token
                ? token
                : throw GitHubProblems.AppRefused(id, (int)response.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw GitHubProblems.Unreachable(api, failure);
        }
    }
}
