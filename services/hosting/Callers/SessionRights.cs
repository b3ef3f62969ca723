using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Hosting.Callers;

/// <summary>Decides what agents may do: as little as their part in the project needs.</summary>
public sealed class SessionRights(ISessionDirectory sessions)
{
    /// <summary>The caller with the rights that the endpoint gives it; null when it gives none.</summary>
    public async Task<Caller?> GrantAsync(Caller caller, HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetOrderedMetadata<SessionGrant>() is not { Count: > 0 } grants) return null;
        var place = await sessions.FindAsync(caller.SessionId!, context.RequestAborted);
        // An agent that has outlived its launch has no part in what came after it.
        if (place is not null && place.LaunchId != caller.LaunchId) return null;
        foreach (var grant in grants)
        {
            if (await GrantAsync(grant, caller, place, context) is { } granted) return granted;
        }

        return null;
    }

    private async Task<Caller?> GrantAsync(SessionGrant grant, Caller caller, SessionPlace? place, HttpContext context)
    {
        var about = grant.RouteValue is { } name ? context.GetRouteValue(name) as string : null;
        if (grant.Relation is SessionRelation.Self) return caller.SessionId == about ? caller : null;
        if (place is null or { HasEnded: true }) return null;
        return await AllowsAsync(grant.Relation, place, about, context.RequestAborted) ? caller with { ProjectId = place.ProjectId } : null;
    }

    private async Task<bool> AllowsAsync(SessionRelation relation, SessionPlace caller, string? about, CancellationToken cancellationToken) => relation switch
    {
        SessionRelation.Supervisor => caller.IsOrchestrator && await IsAsync(about, caller.ProjectId, isOrchestrator: false, cancellationToken),
        SessionRelation.Colleague => await IsAsync(about, caller.ProjectId, isOrchestrator: true, cancellationToken),
        SessionRelation.ProjectSupervisor => caller.IsOrchestrator && caller.ProjectId == about,
        SessionRelation.AnySupervisor => caller.IsOrchestrator,
        _ => false,
    };

    private async Task<bool> IsAsync(string? sessionId, string projectId, bool isOrchestrator, CancellationToken cancellationToken) =>
        sessionId is not null
        && await sessions.FindAsync(sessionId, cancellationToken) is { } place
        && place.ProjectId == projectId
        && place.IsOrchestrator == isOrchestrator;
}
