using System.ComponentModel;
using Athene.Contracts.Events;

namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// The token for GitHub: <c>GITHUB_TOKEN</c> or <c>GH_TOKEN</c> of the secret store (by default the environment), else the login of the <c>gh</c> command.
/// </summary>
public sealed partial class GitHubCredentials(DaprClient dapr, TimeProvider time, ILogger<GitHubCredentials> logger)
{
    /// <summary>How long an answer is good for: a login may change while the service runs.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AskingLimit = TimeSpan.FromSeconds(5);

    private static readonly string[] Names = ["GITHUB_TOKEN", "GH_TOKEN"];

    private Answer? known;

    /// <summary>The token for an API, or null when there is none: public repositories can be read without.</summary>
    public async Task<string?> TokenForAsync(Uri api, CancellationToken cancellationToken)
    {
        if (known is { } last && last.Host == api.Host && time.GetUtcNow() - last.At < Kept) return last.Token;
        var token = await FromSecretsAsync(cancellationToken) ?? await FromLoginAsync(api, cancellationToken);
        known = new Answer(api.Host, token, time.GetUtcNow());
        return token;
    }

    private async Task<string?> FromSecretsAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Names)
        {
            try
            {
                var secret = await dapr.GetSecretAsync(Topics.SecretStore, name, cancellationToken: cancellationToken);
                if (secret.GetValueOrDefault(name) is { Length: > 0 } token) return token.Trim();
            }
            catch (DaprException missing)
            {
                // A store that does not have it answers with an error.
                LogNoSecret(name, missing.Message);
            }
        }

        return null;
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

    // Replaced as a whole: a host must never be seen with another one's token.
    private sealed record Answer(string Host, string? Token, DateTimeOffset At);
}
