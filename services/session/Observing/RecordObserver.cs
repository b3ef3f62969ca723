using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Session.Agents;
using Athene.Session.Machine.Agents;
using Athene.Session.Records;

namespace Athene.Session.Observing;

/// <summary>Reads on in the agents' own records, and hands over what they say: evidence, prompts that were taken, and what the conversation is about.</summary>
public sealed partial class RecordObserver(
    LiveSessions live, AgentRecords records, SessionProfiles profiles, EvidenceBoard board, AgentInfoKeeper keeper, AtheneHome home,
    TimeProvider time, ILogger<RecordObserver> logger)
{
    private readonly Dictionary<string, OpenRecord> open = [];

    /// <summary>One round over all sessions, or over some of them. Not for two callers at a time.</summary>
    public async Task ObserveAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        var sessions = await live.ReadAsync(cancellationToken);
        foreach (var gone in open.Keys.Except(sessions.Select(session => session.Id)).ToList()) Forget(gone);
        foreach (var session in sessions.Where(session => session is { Runtime: not null, WorkspacePath: not null } && wanted(session.Id)))
            await ReadAsync(session, cancellationToken);
    }

    private async Task ReadAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var record = RecordOf(session);
        if (TryRead(session, record) is { } news) await HandOverAsync(session, record, news, cancellationToken);
    }

    private RecordNews? TryRead(SessionRecord session, OpenRecord record)
    {
        try
        {
            var news = record.Record?.Read();
            record.Failed = false;
            return news;
        }
        catch (Exception failure)
        {
            // What stands there belongs to another program, which may change it in any way; the screen still tells what it does.
            if (!record.Failed) LogUnreadable(logger, failure, session.Id, session.Agent);
            record.Failed = true;
            return null;
        }
    }

    private void Forget(string sessionId)
    {
        open.Remove(sessionId);
        keeper.Forget(sessionId);
    }

    private async Task HandOverAsync(SessionRecord session, OpenRecord record, RecordNews news, CancellationToken cancellationToken)
    {
        if (news.Activity is { } activity) board.Add(session.Id, activity.NotAfter(time.GetUtcNow()));
        foreach (var prompt in news.Prompts) board.AddPrompt(session.Id, prompt);
        await keeper.KeepAsync(session, AgentInfo.Of(news.Info, record.Profile?.Prices), news.Activity?.Turn is Turn.Closed, cancellationToken);
    }

    // Every run of an agent is opened anew: it may go on elsewhere.
    private OpenRecord RecordOf(SessionRecord session)
    {
        var startedAt = session.RestoredAt ?? session.CreatedAt;
        if (open.TryGetValue(session.Id, out var known) && known.StartedAt == startedAt) return known;
        var profile = ProfileOf(session);
        var place = new RecordPlace(
            session.Id, session.WorkspacePath!, session.NativeSessionId, startedAt, home.PromptsDirectory(session.ProjectId, session.Id));
        return open[session.Id] = new OpenRecord(startedAt, profile, profile is null ? null : records.Open(profile, place));
    }

    private Configuration.Agents.AgentProfile? ProfileOf(SessionRecord session)
    {
        try
        {
            return profiles.Of(session);
        }
        catch (AtheneException)
        {
            // The profile was taken away after the session began: nobody knows any more where its record is.
            return null;
        }
    }

    private sealed record OpenRecord(DateTimeOffset StartedAt, Configuration.Agents.AgentProfile? Profile, IAgentRecord? Record)
    {
        /// <summary>The last read failed, and that has been said.</summary>
        public bool Failed { get; set; }
    }
}
