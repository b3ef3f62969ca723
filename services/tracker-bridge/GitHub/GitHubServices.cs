using Athene.TrackerBridge.Budget;
using Athene.TrackerBridge.GitHub.Issues;
using Athene.TrackerBridge.Issues;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub;

/// <summary>The parts that talk to GitHub, and how they are put together.</summary>
internal static class GitHubServices
{
    public static void AddGitHub(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<OwnersHosts>();
        services.AddSingleton<GitHubAppTokens>();
        services.AddSingleton<GitHubLogin>();
        services.AddSingleton<GitHubCredentials>();
        services.AddHttpClient(nameof(GitHubAppTokens), http => http.Timeout = BudgetServices.Timeout);
        services.AddHostClient<GitHubApi>();
        services.AddTransient<ITracker, GitHubIssues>();
        services.AddTransient<IPullRequestHost, GitHubPullRequests>();
        services.AddTransient<GitHubPullRequestReader>();
        services.AddTransient<IPullRequestReader>(provider => provider.GetRequiredService<GitHubPullRequestReader>());
        services.AddTransient<IPullRequestMerger, GitHubMerger>();
        services.AddTransient<IFailureReader, GitHubFailures>();
        services.AddSingleton<IChangeProbe, GitHubChangeProbe>();
    }
}
