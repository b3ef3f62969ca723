using Athene.Session.Agents;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Which conversation a session's record names while a restore starts its agent anew, and when that comes to nothing. Pure.</summary>
public static class Relaunch
{
    /// <summary>The record for a new run; the conversation of the one before stays known until the restore has ended.</summary>
    public static SessionRecord Prepared(SessionRecord session, string operationId, ResumeChoice choice) => session with
    {
        LaunchId = operationId,
        Resumed = choice.Resumes,
        EarlierNativeSessionId = session.NativeSessionId,
        NativeSessionId = choice.NativeSessionId,
        RestoreFallbackReason = choice.FallbackReason,
    };

    /// <summary>The record when the restore failed: what the session said before is found again, unless the new run could not be ended.</summary>
    /// <param name="runningLaunch">The operation that started the agent that runs now; null when none does.</param>
    public static SessionRecord Failed(SessionRecord session, string operationId, string? runningLaunch) =>
        session.LaunchId == operationId && runningLaunch != operationId
            ? session with { NativeSessionId = session.EarlierNativeSessionId ?? session.NativeSessionId, EarlierNativeSessionId = null }
            : session with { EarlierNativeSessionId = null };
}
