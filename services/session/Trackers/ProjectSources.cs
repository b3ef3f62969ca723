using Athene.Configuration.Projects;
using Athene.Contracts.Issues;
using Athene.Contracts.Projects;
using Athene.Contracts.PullRequests;

namespace Athene.Session.Trackers;

/// <summary>What the tracker bridge is told of a project, from its configuration. Pure.</summary>
internal static class ProjectSources
{
    public static IssueSource Issues(ProjectConfiguration project)
    {
        var place = RepositoryPlace.Of(project);
        return new IssueSource(project.Id, project.Path)
        {
            Provider = project.Tracker?.Plugin,
            RepoProvider = place?.Provider,
            Repo = place?.Repo,
            IssuesPath = project.Tracker?.Path,
            ApiUrl = RepositoryPlace.ApiUrlOf(project.Tracker?.Settings) ?? (HasIssuesAtItsHost(project) ? place?.ApiUrl : null),
            TeamId = project.Tracker?.Settings["teamId"]?.ToString(),
        };
    }

    public static PullRequestLookup PullRequest(ProjectConfiguration project, string reference)
    {
        var place = RepositoryPlace.Of(project);
        return new PullRequestLookup(project.Id, reference, place?.Provider, place?.Repo, place?.ApiUrl);
    }

    /// <summary>Where its pull requests are; null for a project that is only here.</summary>
    public static ProjectHostDocument? Host(ProjectConfiguration project) => RepositoryPlace.Of(project) is { } place
        ? new ProjectHostDocument(place.Provider, place.Repo, place.ApiUrl, WebhookOf(project.Scm?.Webhook))
        : null;

    private static ProjectWebhookDocument? WebhookOf(WebhookConfiguration? webhook) => webhook is null
        ? null
        : new ProjectWebhookDocument(
            webhook.Enabled, webhook.Path, webhook.SecretEnvVar, webhook.SignatureHeader, webhook.EventHeader, webhook.DeliveryHeader, webhook.MaxBodyBytes);

    // A tracker that is the repository's own host, as far as the configuration says, is where that is.
    private static bool HasIssuesAtItsHost(ProjectConfiguration project) =>
        project.Tracker is null || project.Scm is null || project.Tracker.Plugin == project.Scm.Plugin;
}
