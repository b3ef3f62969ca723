using Athene.Contracts.Sessions;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Finds work that only one workspace of this machine holds.</summary>
public interface IUnsavedWork
{
    /// <summary>Nothing for a workspace that is gone.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">git could not say: then there may be some.</exception>
    Task<UnsavedWork> FindAsync(WorkSearch search, CancellationToken cancellationToken);
}
