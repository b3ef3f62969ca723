using System.Net;
using Athene.Contracts.Json;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Sessions;

/// <summary>The session service, through Dapr.</summary>
public sealed class SessionService(HttpClient sessions) : ISessions
{
    /// <summary>The Dapr app id of the service.</summary>
    public const string AppId = "session";

    public async Task<SessionDocument?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        using var response = await sessions.GetAsync($"/v1/sessions/{Uri.EscapeDataString(sessionId)}", cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<SessionDocument>(AtheneJson.Options, cancellationToken);
    }

    public async Task<bool> MoveAsync(string sessionId, TransitionRequest transition, CancellationToken cancellationToken)
    {
        using var response = await sessions.PostAsJsonAsync(
            $"/v1/sessions/{Uri.EscapeDataString(sessionId)}/transitions", transition, AtheneJson.Options, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict) return false;
        response.EnsureSuccessStatusCode();
        return true;
    }
}
