namespace Athene.Hosting.Callers;

/// <summary>The directory of a service that knows no sessions.</summary>
public sealed class NoSessions : ISessionDirectory
{
    public Task<SessionPlace?> FindAsync(string sessionId, CancellationToken cancellationToken) => Task.FromResult<SessionPlace?>(null);
}
