using Athene.TrackerBridge.Budget;
using Athene.TrackerBridge.GitLab.Issues;
using Athene.TrackerBridge.GitLab.MergeRequests;
using Athene.TrackerBridge.Issues;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitLab;

/// <summary>The parts that speak to GitLab.</summary>
internal static class GitLabServices
{
    public static void AddGitLab(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<GlabLogins>();
        builder.Services.AddSingleton<GitLabCredentials>();
        builder.Services.AddHostClient<GitLabApi>();
        builder.Services.AddTransient<GitLabMembers>();
        builder.Services.AddTransient<ITracker, GitLabIssues>();
        builder.Services.AddTransient<GitLabMergeRequests>();
        builder.Services.AddTransient<IPullRequestHost, GitLabMergeRequests>();
        builder.Services.AddTransient<IPullRequestReader, GitLabReader>();
        builder.Services.AddTransient<IPullRequestMerger, GitLabMerger>();
        builder.Services.AddTransient<IFailureReader, GitLabFailures>();
    }
}
