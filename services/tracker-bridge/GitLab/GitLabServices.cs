using Athene.TrackerBridge.GitLab.Issues;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.GitLab;

/// <summary>The parts that speak to GitLab.</summary>
internal static class GitLabServices
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    public static void AddGitLab(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<GlabLogins>();
        builder.Services.AddSingleton<GitLabCredentials>();
        builder.Services.AddHttpClient<GitLabApi>(http => http.Timeout = RequestTimeout);
        builder.Services.AddTransient<GitLabMembers>();
        builder.Services.AddTransient<ITracker, GitLabIssues>();
    }
}
