namespace Athene.Session.Projects;

/// <summary>Looks at git repositories of this machine.</summary>
public interface IRepositories
{
    /// <summary>The repository that <paramref name="path"/> is in, or null when it is in none.</summary>
    Task<RepositoryDescription?> DescribeAsync(string path, CancellationToken cancellationToken);
}
