using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;

namespace Athene.TrackerBridge.Sessions;

/// <summary>What the bridge asks of the session service.</summary>
public interface ISessionService
{
    Task<IReadOnlyList<ProjectDocument>> ListProjectsAsync(CancellationToken cancellationToken);

    /// <summary>The sessions that have not ended.</summary>
    Task<IReadOnlyList<SessionDocument>> ListSessionsAsync(CancellationToken cancellationToken);
}
