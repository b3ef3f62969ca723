using System.Text.Json;
using Athene.Testing.GitHub;

namespace Athene.Benchmarks.Machine;

/// <summary>A project whose pull requests are at a GitHub-like server of this process, which tells nothing by itself.</summary>
internal sealed class SupervisedProject(Installation athene, GitHubRepository repository)
{
    public const string Name = "supervised";

    public const string Repo = "acme/supervised";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>What the services must know of the server.</summary>
    public static IReadOnlyList<(string Name, string Value)> VariablesFor(GitHubServer github) =>
        [("GITHUB_API_URL", github.ApiUrl), ("GITHUB_TOKEN", "token-of-the-benchmark"), (WebhookClient.SecretVariable, WebhookClient.Secret)];

    public static async Task<SupervisedProject> CreateAsync(Installation athene, GitHubServer github)
    {
        var repository = await github.CreateRepositoryAsync(Repo);
        await Repository.CreateAsync(athene.Combine("repositories", Name), files: 10);
        await athene.Api.AddProjectAsync(athene.Combine("repositories", Name), Name, Repo);
        using var webhooks = new WebhookClient(athene.PortOf("tracker-bridge"));
        await webhooks.UntilOpenAsync(Repo);
        return new SupervisedProject(athene, repository);
    }

    /// <summary>A session with an open pull request, known to Athene.</summary>
    public async Task<(string Session, GitHubPull Pull)> BeginAsync(string agent)
    {
        var session = await athene.Api.SpawnAsync(Name, agent);
        var branch = (await athene.Api.GetAsync(session)).GetProperty("branch").GetString()!;
        await repository.PushAsync(branch, $"{session}.txt", "Work.\n");
        var pull = await repository.OpenPullRequestAsync(branch);
        using var webhooks = new WebhookClient(athene.PortOf("tracker-bridge"));
        await webhooks.ReportAsync(Repo, pull.Number, pull.HeadSha);
        return (session, pull);
    }

    /// <summary>Waits until the session has its pull request.</summary>
    public async Task UntilKnownAsync(string session)
    {
        while (PullRequestsOf(await athene.Api.GetAsync(session)) == 0) await Task.Delay(BetweenLooks);
    }

    private static int PullRequestsOf(JsonElement session) => session.GetProperty("prs").GetArrayLength();
}
