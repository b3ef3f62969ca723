using Athene.Contracts.Events;
using Athene.Contracts.Projects;
using Athene.TrackerBridge.Sessions;
using Athene.TrackerBridge.Webhooks;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Watching;

/// <summary>Keeps the schedule in line with the sessions, and with what hosts say of themselves.</summary>
public sealed class Watch(
    WatchList list, Schedule schedule, ProjectDirectory projects, ISessionService sessions, PullRequestWatch pullRequests, BranchWatch branches, IssueWatch issues)
{
    private readonly Lock following = new();

    private volatile bool isReady;

    /// <summary>Begins again with all sessions, as they are now.</summary>
    /// <exception cref="HttpRequestException">The session service does not answer.</exception>
    public async Task ListAgainAsync(CancellationToken cancellationToken)
    {
        var mark = list.Mark();
        var listed = await sessions.ListSessionsAsync(cancellationToken);
        list.Replace(listed.Select(WatchedSession.Of).OfType<WatchedSession>(), mark);
        Follow(await projects.ListAsync(cancellationToken));
        isReady = true;
    }

    /// <summary>Takes one event of a session in, however often and in whatever order events come.</summary>
    public async Task NoteAsync(SessionEvent happened, CancellationToken cancellationToken)
    {
        // Who fails here is told again, and must not have noted it by then.
        var known = isReady ? await projects.ListAsync(cancellationToken) : null;
        if (!list.Note(happened) || !isReady) return;
        known ??= await projects.ListAsync(cancellationToken);
        Follow(known);
        if (happened.Session is not { } document || WatchedSession.Of(document) is not { } session) return;
        if (!ProjectPlace.Of(known).TryGetValue(session.ProjectId, out var place)) return;
        // Whose a pull request is may have changed without any change of its own.
        var concerned = Targets.Of(session, place).ToHashSet();
        schedule.Hint((target, _) => concerned.Contains(target) ? Urgency.Now : Urgency.Nothing);
    }

    /// <summary>Follows a hint. False: it is too early, try again.</summary>
    public async Task<bool> HearAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (!isReady) return false;
        var hint = delivery.Hint;
        List<ProjectDocument> concerned = [.. (await projects.ListAsync(cancellationToken)).Where(project => delivery.ProjectIds.Contains(project.Id))];
        foreach (var host in concerned.Select(ProjectPlace.Of).OfType<ProjectPlace>().Select(place => place.Host).Distinct())
        {
            schedule.HearOf(host, hint.Repo);
            schedule.Hint((target, known) => target.Host == host ? HintMatch.UrgencyFor(hint, target, known) : Urgency.Nothing);
        }

        if (hint.Kind is HintKind.Push) await branches.TellAsync(delivery, cancellationToken);
        if (hint.Kind is HintKind.Issue) await issues.TellAsync(delivery, concerned, cancellationToken);
        return true;
    }

    /// <summary>The sessions whose pull request or branch a hint names.</summary>
    public async Task<IReadOnlyList<string>> SessionsOfAsync(WebhookHint hint, IReadOnlyList<string> projectIds, CancellationToken cancellationToken)
    {
        var places = ProjectPlace.Of((await projects.ListAsync(cancellationToken)).Where(project => projectIds.Contains(project.Id)));
        return [.. list.Sessions.Where(session => places.TryGetValue(session.ProjectId, out var place) && IsNamed(session, place, hint)).Select(session => session.Id)];
    }

    private bool IsNamed(WatchedSession session, ProjectPlace place, WebhookHint hint) =>
        (hint.Branch is not null && session.Branch == hint.Branch)
        || Targets.Of(session, place).Any(target => HintMatch.Names(hint, target, schedule.Known(target)));

    private void Follow(IReadOnlyList<ProjectDocument> known)
    {
        lock (following)
        {
            schedule.Follow([.. Targets.Of(list.Sessions, ProjectPlace.Of(known)).Where(target => pullRequests.Providers.Contains(target.Provider))]);
        }
    }
}
