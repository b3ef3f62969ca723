namespace Athene.Contracts.Projects;

/// <summary>Where the pull requests of a project are.</summary>
/// <param name="Provider">What the configuration calls the kind of host; null: inferred from the repository.</param>
/// <param name="Repo"><c>owner/name</c> there.</param>
/// <param name="ApiUrl">Where the host's API is, when not at its usual place.</param>
/// <param name="Webhook">How the host reports here; null: in its usual way.</param>
public sealed record ProjectHostDocument(string? Provider, string Repo, string? ApiUrl = null, ProjectWebhookDocument? Webhook = null);
