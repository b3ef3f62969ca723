using System.ComponentModel;

namespace Athene.TrackerBridge.GitHub;

/// <summary>What the person of this machine is logged in as, by the <c>gh</c> command.</summary>
public sealed partial class GitHubLogin(ILogger<GitHubLogin> logger)
{
    private static readonly TimeSpan AskingLimit = TimeSpan.FromSeconds(5);

    /// <summary>The token of a login for the host of this very API; null when there is none.</summary>
    public async Task<string?> TokenForAsync(Uri api, CancellationToken cancellationToken)
    {
        if (HostOf(api) is not { } host) return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AskingLimit);
        try
        {
            var answer = await Cli.Wrap("gh")
                .WithArguments(["auth", "token", "--hostname", host])
                // Only what was logged in to for this very host: gh would give these out for others as well.
                .WithEnvironmentVariables(environment => environment.Set(GitHubTokenNames.All.Select(name => KeyValuePair.Create(name, (string?)null))))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(limit.Token);
            return answer.ExitCode == 0 && answer.StandardOutput.Trim() is { Length: > 0 } token ? token : null;
        }
        catch (Exception failure) when (failure is Win32Exception || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNoLogin(host, failure.Message);
            return null;
        }
    }

    /// <summary>What <c>gh</c> calls the host of an API; null for one to which no login may go, because it could be read on the way or by another server there.</summary>
    internal static string? HostOf(Uri api)
    {
        if (OwnersHosts.IsPublic(api)) return "github.com";
        if (api.IsLoopback) return api.Authority;
        return api is { Scheme: "https", IsDefaultPort: true } ? api.Host : null;
    }
}
