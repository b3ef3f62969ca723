using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Trackers;

namespace Athene.Session.Cleaning;

/// <summary>Finds out whether a session is finished. A question that is not answered counts as no.</summary>
public sealed partial class CleanupProbe(IProjectCatalog projects, IPullRequests pullRequests, IIssueTracker issues, ILogger<CleanupProbe> logger)
{
    /// <param name="machineAnswered">Whether what the record says of the terminal is what was just seen.</param>
    public async Task<bool> IsFinishedAsync(SessionRecord session, bool machineAnswered, CancellationToken cancellationToken)
    {
        if (machineAnswered && CleanupVerdict.HasDeadRuntime(session)) return true;
        if (await projects.FindAsync(session.ProjectId, cancellationToken) is not { } project) return false;
        return await ArePullRequestsClosedAsync(project, session, cancellationToken) || await IsIssueCompletedAsync(project, session, cancellationToken);
    }

    private async Task<bool> ArePullRequestsClosedAsync(ProjectConfiguration project, SessionRecord session, CancellationToken cancellationToken)
    {
        // Merged ones are the lifecycle's to deal with.
        foreach (var pr in session.Prs)
        {
            if (await StateOfAsync(project, session, pr, cancellationToken) is not PullRequestState.Closed) return false;
        }

        return session.Prs.Count > 0;
    }

    private async Task<PullRequestState?> StateOfAsync(
        ProjectConfiguration project, SessionRecord session, PullRequestDocument pr, CancellationToken cancellationToken)
    {
        try
        {
            return (await pullRequests.ResolveAsync(project, pr.Url, cancellationToken)).State;
        }
        catch (AtheneException unanswered)
        {
            LogUnanswered(logger, unanswered, session.Id, pr.Url);
            return null;
        }
    }

    private async Task<bool> IsIssueCompletedAsync(ProjectConfiguration project, SessionRecord session, CancellationToken cancellationToken)
    {
        if (session.Issue is not { } issue) return false;
        try
        {
            return await issues.FindAsync(project, issue, cancellationToken) is { Completed: true };
        }
        catch (AtheneException unanswered)
        {
            LogUnanswered(logger, unanswered, session.Id, issue);
            return false;
        }
    }
}
