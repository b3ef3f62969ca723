using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Athene.Contracts.Events;

namespace Athene.TrackerBridge.Sessions;

/// <summary>Remembers which session works on which issue, from what the session service publishes.</summary>
public sealed partial class IssueSessions(DaprClient dapr, ILogger<IssueSessions> logger)
{
    private static readonly StateOptions FirstWrite = new() { Concurrency = ConcurrencyMode.FirstWrite };

    /// <summary>An issue that nobody works on is forgotten one day.</summary>
    private static readonly Dictionary<string, string> ForThreeMonths = new()
    {
        ["ttlInSeconds"] = TimeSpan.FromDays(90).TotalSeconds.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Takes one event in, however often and in whatever order events come. False: somebody else wrote; try again.</summary>
    public async Task<bool> NoteAsync(SessionEvent happened, CancellationToken cancellationToken)
    {
        if (ChangeOf(happened) is not { } change) return true;
        var entry = await dapr.GetStateEntryAsync<IssueSession>(
            Topics.StateStore, Key(change.ProjectId, change.Issue), cancellationToken: cancellationToken);
        if (!Supersedes(change, entry.Value)) return true;

        entry.Value = change;
        var saved = await entry.TrySaveAsync(FirstWrite, change.Live ? null : ForThreeMonths, cancellationToken);
        if (saved) LogNoted(change.Issue, change.ProjectId, change.SessionId, change.Live);
        return saved;
    }

    public async Task<IssueSession?> FindAsync(string projectId, string issue, CancellationToken cancellationToken) =>
        await dapr.GetStateAsync<IssueSession>(Topics.StateStore, Key(projectId, issue), cancellationToken: cancellationToken);

    /// <summary>What an event says about the session of an issue, if anything. Pure.</summary>
    internal static IssueSession? ChangeOf(SessionEvent happened)
    {
        if (happened.Session is not { Issue: { Length: > 0 } issue } session) return null;
        var live = !session.Lifecycle.IsTerminal;
        return happened.Type switch
        {
            EventTypes.Spawned => new IssueSession(session.ProjectId, issue, session.Id, live, happened.Event.Id),
            EventTypes.Killed or EventTypes.SpawnFailed => new IssueSession(session.ProjectId, issue, session.Id, false, happened.Event.Id),
            _ => null,
        };
    }

    // The end of a session that has already been replaced by another one on the same issue is no news.
    private static bool Supersedes(IssueSession change, IssueSession? known) =>
        known is null || (change.EventId > known.EventId && (change.Live || !known.Live || change.SessionId == known.SessionId));

    // An issue may be any text, and a key may not.
    private static string Key(string projectId, string issue) =>
        $"issue-session-{projectId}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(issue)).AsSpan(0, 8))}";
}
