using Athene.Configuration;
using Athene.Contracts.Sessions;
using Athene.Session.Records;

namespace Athene.Session.Retention;

/// <summary>Which ended sessions leave a project's lists for its archive (W-S10). Pure.</summary>
public static class RetentionRules
{
    /// <summary>
    /// When a project has more than it keeps, the oldest go, and with them one in so many of the rest: a page of the archive for every single
    /// session would only be another list that grows.
    /// </summary>
    private const int Slack = 4;

    /// <param name="ended">The project's ended sessions, oldest first. One that still has a worktree or terminal is never archived, nor an orchestrator: its name is used again.</param>
    public static IReadOnlyList<string> Due(IReadOnlyList<SessionRecord> ended, RetentionConfiguration retention, DateTimeOffset now)
    {
        var retired = ended.Where(session => session is { Kind: SessionKind.Worker, Retired: true, HeldBy: null }).ToList();
        var kept = retired.Count <= retention.EndedSessions ? retired.Count : retention.EndedSessions - (retention.EndedSessions / Slack);
        var surplus = retired.Count - kept;
        return [.. retired.Where((session, index) => index < surplus || EndedAt(session) + retention.EndedAge <= now).Select(session => session.Id)];
    }

    private static DateTimeOffset EndedAt(SessionRecord session)
    {
        var part = session.Lifecycle.Session;
        return part.TerminatedAt ?? part.CompletedAt ?? part.LastTransitionAt;
    }
}
