using System.Text.Json.Nodes;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Pauses;

/// <summary>Tells that a session was paused, or goes on.</summary>
internal static class PauseTidings
{
    /// <summary>What a change of a session means for its pause; null when it means nothing.</summary>
    public static Happening? Of(SessionRecord before, SessionRecord after) => (before.Paused, after.Paused) switch
    {
        var (was, now) when was == now => null,
        ({ } was, null) => new Happening(
            EventKinds.Resumed, $"{after.Id} is paused no longer", after.ProjectId, after.Id, Data: new JsonObject { ["pauseId"] = was.Id, ["reason"] = Words.Of(was.Reason) }),
        (_, { } now) => new Happening(
            EventKinds.Paused, $"{after.Id} is paused{UntilOf(now)}: {now.Detail}", after.ProjectId, after.Id, Levels.Warn,
            new JsonObject { ["pauseId"] = now.Id, ["reason"] = Words.Of(now.Reason), ["until"] = now.Until, ["detail"] = now.Detail }),
        _ => null,
    };

    private static string UntilOf(SessionPause pause) => pause.Until is { } until ? $" until {until.LocalDateTime:yyyy-MM-dd HH:mm}" : "";
}
