using System.Text.Json.Nodes;
using Athene.Configuration.Projects;
using Athene.Contracts.Issues;
using Athene.Contracts.Projects;
using Athene.Contracts.PullRequests;

namespace Athene.Session.Trackers;

/// <summary>What the tracker bridge is told of a project, from its configuration. Pure.</summary>
internal static class ProjectSources
{
    public static IssueSource Issues(ProjectConfiguration project) => new(project.Id, project.Path)
    {
        Provider = project.Tracker?.Plugin,
        RepoProvider = project.Scm?.Plugin,
        Repo = project.Repo,
        IssuesPath = project.Tracker?.Path,
        ApiUrl = ApiUrlOf(project.Tracker?.Settings) ?? (SharesHost(project) ? ApiUrlOf(project.Scm?.Settings) : null),
        TeamId = Text(project.Tracker?.Settings, "teamId"),
    };

    public static PullRequestLookup PullRequest(ProjectConfiguration project, string reference) =>
        new(project.Id, reference, project.Scm?.Plugin, project.Repo, ApiUrlOf(project.Scm?.Settings));

    /// <summary>Where its pull requests are; null for a project that is only here.</summary>
    public static ProjectHostDocument? Host(ProjectConfiguration project) => project.Repo is { } repo
        ? new ProjectHostDocument(project.Scm?.Plugin, repo, ApiUrlOf(project.Scm?.Settings), WebhookOf(project.Scm?.Webhook))
        : null;

    private static ProjectWebhookDocument? WebhookOf(WebhookConfiguration? webhook) => webhook is null
        ? null
        : new ProjectWebhookDocument(
            webhook.Enabled, webhook.Path, webhook.SecretEnvVar, webhook.SignatureHeader, webhook.EventHeader, webhook.DeliveryHeader, webhook.MaxBodyBytes);

    private static bool SharesHost(ProjectConfiguration project) => project.Tracker is null || project.Tracker.Plugin == project.Scm?.Plugin;

    private static string? ApiUrlOf(JsonObject? settings) => Text(settings, "apiUrl") ?? Text(settings, "host");

    private static string? Text(JsonObject? settings, string key) => settings?[key]?.ToString() is { Length: > 0 } text ? text : null;
}
