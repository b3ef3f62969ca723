using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;
using Athene.TrackerBridge.Sessions;

namespace Athene.TrackerBridge.Tests.Sessions;

/// <summary>A session service that answers as the test says.</summary>
internal sealed class SessionsInMemory : ISessionService
{
    public Func<CancellationToken, Task<IReadOnlyList<ProjectDocument>>> Projects { get; set; } = _ => Task.FromResult<IReadOnlyList<ProjectDocument>>([Watching.Samples.Project]);

    public Task<IReadOnlyList<ProjectDocument>> ListProjectsAsync(CancellationToken cancellationToken) => Projects(cancellationToken);

    public Task<IReadOnlyList<SessionDocument>> ListSessionsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SessionDocument>>([]);
}
