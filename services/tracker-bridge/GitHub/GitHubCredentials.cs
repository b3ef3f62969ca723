using System.ComponentModel;
using Athene.TrackerBridge.Secrets;

namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// The token for an API: what <see cref="GitHubTokenNames"/> allows of the secret store (by default the environment), else the login of the <c>gh</c> command.
/// </summary>
public sealed partial class GitHubCredentials(OwnerSecrets secrets, TimeProvider time, ILogger<GitHubCredentials> logger)
{
    /// <summary>How long an answer is good for: a login may change while the service runs.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AskingLimit = TimeSpan.FromSeconds(5);

    private Answer? known;

    /// <summary>The token for an API, or null when there is none: public repositories can be read without.</summary>
    /// <param name="ownersApi">The API that the owner's environment names; null when it names none.</param>
    public async Task<string?> TokenForAsync(Uri api, Uri? ownersApi, CancellationToken cancellationToken)
    {
        var origin = GitHubTokenNames.OriginOf(api);
        if (known is { } last && last.Origin == origin && time.GetUtcNow() - last.At < Kept) return last.Token;
        var token = await secrets.FirstAsync(GitHubTokenNames.For(api, ownersApi), cancellationToken) ?? await FromLoginAsync(api, cancellationToken);
        known = new Answer(origin, token, time.GetUtcNow());
        return token;
    }

    private async Task<string?> FromLoginAsync(Uri api, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AskingLimit);
        try
        {
            var host = api.Host == GitHubApi.PublicHost ? "github.com" : api.Host;
            var answer = await Cli.Wrap("gh")
                .WithArguments(["auth", "token", "--hostname", host])
                // Only what was logged in to for this very host: gh would give out these two for some others as well.
                .WithEnvironmentVariables(environment => environment.Set("GITHUB_TOKEN", null).Set("GH_TOKEN", null))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(limit.Token);
            return answer.ExitCode == 0 && answer.StandardOutput.Trim() is { Length: > 0 } token ? token : null;
        }
        catch (Exception failure) when (failure is Win32Exception || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNoLogin(failure.Message);
            return null;
        }
    }

    // Replaced as a whole: an API must never be seen with another one's token.
    private sealed record Answer(string Origin, string? Token, DateTimeOffset At);
}
