using Athene.Configuration.Projects;
using Athene.Contracts.Issues;

namespace Athene.Session.Trackers;

/// <summary>Where the issues of projects are: the tracker-bridge service.</summary>
public interface IIssueTracker
{
    /// <summary>The issue, or null when the tracker does not know it.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The tracker could not answer.</exception>
    Task<IssueDocument?> FindAsync(ProjectConfiguration project, string issue, CancellationToken cancellationToken);

    /// <summary>The issue that has to be there.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The tracker does not know it, or could not answer.</exception>
    Task<IssueDocument> GetAsync(ProjectConfiguration project, string issue, CancellationToken cancellationToken);

    /// <exception cref="Contracts.Errors.AtheneException">The tracker could not answer.</exception>
    Task<IssueList> ListAsync(ProjectConfiguration project, IssueFilter filter, CancellationToken cancellationToken);

    /// <summary>Changes an issue, and gives it back as it is then.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The tracker does not know it, or did not take the changes.</exception>
    Task<IssueDocument> UpdateAsync(ProjectConfiguration project, string issue, IssueChanges changes, CancellationToken cancellationToken);

    /// <exception cref="Contracts.Errors.AtheneException">The tracker did not take it.</exception>
    Task<IssueDocument> CreateAsync(ProjectConfiguration project, NewIssue issue, CancellationToken cancellationToken);
}
