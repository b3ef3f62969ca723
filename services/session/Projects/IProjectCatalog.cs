using Athene.Configuration.Projects;
using Athene.Contracts.Projects;

namespace Athene.Session.Projects;

/// <summary>The repositories that Athene works on: those of the configuration, and those registered by command.</summary>
public interface IProjectCatalog
{
    /// <exception cref="Contracts.Errors.AtheneException">There is no such project.</exception>
    Task<ProjectConfiguration> GetAsync(string projectId, CancellationToken cancellationToken);

    Task<ProjectConfiguration?> FindAsync(string projectId, CancellationToken cancellationToken);

    /// <summary>All projects, with the count of their sessions.</summary>
    Task<IReadOnlyList<ProjectDocument>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Registers a repository. The same one again, with nothing changed, is no error.</summary>
    Task<ProjectDocument> AddAsync(ProjectRequest request, CancellationToken cancellationToken);

    /// <summary>Forgets a project that was registered and has no live sessions.</summary>
    Task<ProjectDocument> RemoveAsync(string projectId, CancellationToken cancellationToken);
}
