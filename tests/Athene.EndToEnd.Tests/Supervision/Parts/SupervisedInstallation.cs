using System.Globalization;
using System.Net;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;
using Athene.Testing.GitHub;

namespace Athene.EndToEnd.Tests.Supervision.Parts;

/// <summary>Athene as <c>athene up</c> starts it, with a project whose origin, pull requests and webhooks are a GitHub-like server's, and with Slack.</summary>
internal sealed class SupervisedInstallation : IAsyncDisposable
{
    public const string Project = "my-app";

    public const string WebhookSecret = "secret-of-the-webhook-of-the-test";

    public const string RepositoryName = "acme/my-app";

    private readonly SupervisionPlan plan;

    private SupervisedInstallation(SupervisionPlan plan, GitHubServer github)
    {
        this.plan = plan;
        GitHub = github;
        Athene = Installation.Prepare(new InstallationOptions
        {
            Configuration = plan.Configuration ?? Configuration(),
            Variables = new Dictionary<string, string>
            {
                ["GITHUB_API_URL"] = github.ApiUrl,
                ["GITHUB_TOKEN"] = "token-of-the-test",
                ["GITHUB_WEBHOOK_SECRET"] = WebhookSecret,
                ["SLACK_BOT_TOKEN"] = SlackReceiver.Token,
            },
        });
    }

    public Installation Athene { get; }

    public GitHubServer GitHub { get; }

    public SlackReceiver Slack { get; } = new();

    public GitHubRepository Repository { get; private set; } = null!;

    /// <summary>The person's own clone, which the worktrees are made from.</summary>
    public TestRepository Clone => new(Path.Combine(Athene.UserHome, "code", Project));

    /// <summary>Where hosts report to.</summary>
    public Uri WebhookAddress => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Athene.Running()!.App("tracker-bridge").Port}/webhooks/github"));

    public static async Task<SupervisedInstallation> StartAsync(SupervisionPlan? plan = null)
    {
        var installation = new SupervisedInstallation(plan ?? new SupervisionPlan(), await GitHubServer.StartAsync());
        try
        {
            await installation.UpAsync();
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>A session whose agent has pushed its work.</summary>
    public async Task<SupervisedSession> SpawnAsync(string? issue = null)
    {
        var key = Guid.NewGuid().ToString("N");
        var spawned = await Persistently.AskAsync(() => Athene.Api.SpawnAsync(Project, new SpawnRequest(issue, Agent: WorkingAgent.Name), ("Idempotency-Key", key)));
        var session = spawned.As<SessionDocument>(HttpStatusCode.Created);
        await Within.GetAsync(() => Repository.HeadOfAsync(session.Branch!), $"the agent of {session.Id} pushed its branch");
        return new SupervisedSession(this, session);
    }

    public async ValueTask DisposeAsync()
    {
        await Athene.DisposeAsync();
        await GitHub.DisposeAsync();
        Slack.Dispose();
    }

    private async Task UpAsync()
    {
        Repository = await GitHub.CreateRepositoryAsync(RepositoryName);
        Repository.ChecksOfHeads.Add(Story.Check);
        Repository.RequiredApprovals = 1;
        await Shell.AskAsync("git", ["clone", "--quiet", Repository.CloneUrl, Clone.Path]);
        WorkingAgent.WriteTo(Athene.Agents);
        await Athene.UpAsync();
        if (plan.HasWebhooks) (GitHub.Webhooks.Target, GitHub.Webhooks.Secret) = (WebhookAddress, WebhookSecret);
    }

    private string Configuration() => string.Create(CultureInfo.InvariantCulture, $$"""
        defaults: { notifiers: [slack] }
        notifiers:
          slack: { plugin: slack, token: "${SLACK_BOT_TOKEN}", channel: "#team", apiUrl: "{{Slack.ApiUrl}}" }
        notificationRouting: { urgent: [slack], action: [slack], warning: [slack], info: [slack] }
        lifecycle: { mergeCleanupIdleGraceMs: {{plan.MergeGrace.TotalMilliseconds}}, settleTimeMs: 200 }
        polling: { busySeconds: {{plan.Polling.TotalSeconds}}, quietSeconds: {{plan.Polling.TotalSeconds}}, reconcileSeconds: {{plan.Polling.TotalSeconds}} }
        reactions:
          approved-and-green: { auto: true, action: auto-merge }
        projects:
          {{Project}}: { path: ~/code/{{Project}}, repo: {{RepositoryName}}, scm: { plugin: github, apiUrl: "{{GitHub.ApiUrl}}" } }
        """);
}
