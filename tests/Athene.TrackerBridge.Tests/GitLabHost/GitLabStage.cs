using Athene.Configuration;
using Athene.Contracts.PullRequests;
using Athene.Testing.Hosts;
using Athene.TrackerBridge.GitLab;
using Athene.TrackerBridge.GitLab.MergeRequests;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Secrets;
using Athene.TrackerBridge.Tests.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.TrackerBridge.Tests.GitLabHost;

/// <summary>A GitLab on this machine, and the parts of the bridge that ask it.</summary>
public sealed class GitLabStage : IHostStage
{
    private readonly HttpClient http = new();

    /// <param name="secrets">Through a real sidecar.</param>
    public GitLabStage(DaprClient secrets)
    {
        var environment = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["GITLAB_API_URL"] = GitLab.ApiUrl, ["GLAB_CONFIG_DIR"] = "/nowhere" }).Build();
        var credentials = new GitLabCredentials(
            new OwnerSecrets(secrets, TimeProvider.System, NullLogger<OwnerSecrets>.Instance),
            new GlabLogins(environment, NullLogger<GlabLogins>.Instance),
            environment);
        var api = new GitLabApi(http, credentials);
        var mergeRequests = new GitLabMergeRequests(api);
        Host = mergeRequests;
        Reader = new GitLabReader(api, new AtheneConfiguration(), NullLogger<GitLabMembers>.Instance, TimeProvider.System);
        Merger = new GitLabMerger(api, mergeRequests);
        Failures = new GitLabFailures(api, mergeRequests);
    }

    public FakeGitLab GitLab { get; } = new();

    public IPullRequestHost Host { get; }

    public IPullRequestReader Reader { get; }

    public IPullRequestMerger Merger { get; }

    public IFailureReader Failures { get; }

    public string Repo => FakeGitLab.Project;

    public string? ApiUrl => null;

    public string Member => "grace";

    public string Stranger => "mallory";

    public string Bot => "project_7_bot_1a";

    public PullRequestQuery InvisibleQuery => new("acme/secret", null, 1, null);

    public Task<IStagedPullRequest> OpenAsync(string branch, bool isDraft = false)
    {
        var mr = GitLab.MergeRequests.Open(branch);
        mr.IsDraft = isDraft;
        return Task.FromResult<IStagedPullRequest>(new GitLabStagedMergeRequest(mr, GitLab.MergeRequests.NumberOf(mr)));
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        GitLab.Dispose();
        return ValueTask.CompletedTask;
    }
}
