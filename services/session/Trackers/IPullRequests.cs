using Athene.Configuration.Projects;
using Athene.Contracts.PullRequests;

namespace Athene.Session.Trackers;

/// <summary>Where the pull requests of projects are: the tracker-bridge service.</summary>
public interface IPullRequests
{
    /// <param name="reference">A number, <c>#number</c>, or an address.</param>
    /// <exception cref="Contracts.Errors.AtheneException">There is no such pull request, or its host could not be asked.</exception>
    Task<PullRequestDetails> ResolveAsync(ProjectConfiguration project, string reference, CancellationToken cancellationToken);

    /// <summary>Assigns it on its host to the user whose token Athene has.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The host could not, or would not.</exception>
    Task<PullRequestAssignment> AssignAsync(ProjectConfiguration project, string reference, CancellationToken cancellationToken);
}
