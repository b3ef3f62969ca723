using System.Text.Json.Nodes;

namespace Athene.Configuration.Projects;

/// <summary>Where the pull requests of a project are.</summary>
public sealed record ScmConfiguration(string Plugin, WebhookConfiguration? Webhook, JsonObject Settings);
