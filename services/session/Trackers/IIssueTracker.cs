using Athene.Configuration.Projects;
using Athene.Contracts.Issues;

namespace Athene.Session.Trackers;

/// <summary>Where the issues of projects are: the tracker-bridge service.</summary>
public interface IIssueTracker
{
    /// <summary>The issue, or null when the tracker does not know it.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The tracker could not answer.</exception>
    Task<IssueDocument?> FindAsync(ProjectConfiguration project, string issue, CancellationToken cancellationToken);
}
