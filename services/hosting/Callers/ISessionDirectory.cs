namespace Athene.Hosting.Callers;

/// <summary>Knows where sessions stand. A service without one lets an agent reach its own session alone.</summary>
public interface ISessionDirectory
{
    /// <summary>Where the session stands; null when it is not known.</summary>
    Task<SessionPlace?> FindAsync(string sessionId, CancellationToken cancellationToken);
}
