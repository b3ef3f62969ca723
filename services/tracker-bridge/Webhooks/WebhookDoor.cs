using Athene.Contracts.Projects;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>How the host of one project reports to Athene: what its configuration says, with the host's usual way for the rest.</summary>
/// <param name="SecretName">The name of the secret in the secret store.</param>
/// <param name="MaxBodyBytes">The largest body that is read.</param>
public sealed record WebhookDoor(
    string ProjectId,
    string Repo,
    IWebhookHost Host,
    IReadOnlyList<string> Paths,
    string SecretName,
    string SignatureHeader,
    string EventHeader,
    IReadOnlyList<string> DeliveryHeaders,
    int MaxBodyBytes)
{
    /// <summary>Payloads of pull requests have some tens of thousands of bytes; a push with thousands of commits may be refused and is found by polling.</summary>
    public const int UsualMaxBodyBytes = 1024 * 1024;

    /// <summary>GitHub sends no larger ones; whatever a project says, so much of a sender who has proven nothing yet is read at most.</summary>
    public const int MostBodyBytes = 25 * UsualMaxBodyBytes;

    /// <summary>The door of a project; null when its host reports nothing, or is of a kind that <paramref name="hosts"/> has not. Pure.</summary>
    public static WebhookDoor? Of(ProjectDocument project, IEnumerable<IWebhookHost> hosts)
    {
        if (project.Host is not { } place) return null;
        var provider = place.Provider ?? ProviderNames.OfRepo(place.Repo, place.ApiUrl);
        if (hosts.FirstOrDefault(host => host.Provider == provider) is not { } host) return null;
        var said = place.Webhook ?? new ProjectWebhookDocument();
        return said.Enabled
            ? new WebhookDoor(
                project.Id,
                place.Repo,
                host,
                said.Path is { } path ? [path] : [$"/webhooks/{host.Provider}", $"/api/webhooks/{host.Provider}"],
                said.SecretEnvVar ?? host.SecretName,
                said.SignatureHeader ?? host.SignatureHeader,
                said.EventHeader ?? host.EventHeader,
                said.DeliveryHeader is { } header ? [header] : host.DeliveryHeaders,
                Math.Min(said.MaxBodyBytes ?? UsualMaxBodyBytes, MostBodyBytes))
            : null;
    }
}
