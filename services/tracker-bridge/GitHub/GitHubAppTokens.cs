using System.Net.Http.Headers;
using System.Text.Json;
using Athene.Contracts.Errors;
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

    /// <summary>So long an App that was refused is not tried again: every request would.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1);
    private Made? current;
    private (AtheneException Problem, DateTimeOffset At)? refusal;

    /// <summary>A token for the host that the App is at: the one of the services' environment, else GitHub itself. Null without an App, or for another host.</summary>
    /// <exception cref="AtheneException">The App's credentials are not good.</exception>
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
            if (current is { } known && known.Token.ExpiresAt - time.GetUtcNow() >= Margin) return known.Token.Token;
            if (refusal is { } last && time.GetUtcNow() - last.At < Patience) throw last.Problem;
            var made = await RequestAsync(own, id, key, installation, cancellationToken);
            (current, refusal) = (new Made(made, $"app {id} {installation}"), null);
            return made.Token;
        }
        catch (AtheneException problem)
        {
            if (refusal?.Problem != problem) refusal = (problem, time.GetUtcNow());
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The App and its installation, when the token is theirs: GitHub counts by these.</summary>
    public string? IdentityOf(string token) => current is { } own && own.Token.Token == token ? own.Identity : null;

    public void Dispose() => turn.Dispose();

    private sealed record Made(GitHubAppToken Token, string Identity);

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
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw GitHubProblems.Unreachable(api, failure);
        }
    }
}
