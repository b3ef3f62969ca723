using Athene.Contracts.Json;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;

namespace Athene.TrackerBridge.Sessions;

/// <summary>The session service, through Dapr.</summary>
public sealed class SessionService(HttpClient sessions) : ISessionService
{
    /// <summary>The Dapr app id of the service.</summary>
    public const string AppId = "session";

    public async Task<IReadOnlyList<ProjectDocument>> ListProjectsAsync(CancellationToken cancellationToken) =>
        (await sessions.GetFromJsonAsync<ProjectList>("/v1/projects", AtheneJson.Options, cancellationToken))?.Data ?? [];

    public async Task<IReadOnlyList<SessionDocument>> ListSessionsAsync(CancellationToken cancellationToken) =>
        (await sessions.GetFromJsonAsync<SessionList>("/v1/sessions", AtheneJson.Options, cancellationToken))?.Data ?? [];
}
