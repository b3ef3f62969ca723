using System.Text.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Hosting.Files;
using Athene.Session.Hooks;
using Athene.Session.Machine.Agents.Transcripts;
using Athene.Session.Observing;
using Microsoft.Data.Sqlite;

namespace Athene.Session.Machine.Agents.OpenCode;

/// <summary>A conversation in OpenCode's store, as version 1.18 keeps it.</summary>
internal sealed class OpenCodeRecord(OpenCodeStore store, RecordPlace place) : IAgentRecord
{
    /// <summary>What a conversation is called before it has a title of its own.</summary>
    private const string NoTitle = "New session";

    private const int MostPrompts = 20;

    private readonly string workspace = RealPath.Of(place.Workspace);
    private (DateTime, DateTime, long)? seen;
    private string? sessionId = place.NativeSessionId;
    private long lastPrompt;

    public RecordNews? Read()
    {
        var stamp = store.Stamp();
        if (stamp is null || stamp == seen) return null;
        using var database = store.Open();
        sessionId ??= OpenCodeStore.FindSession(database, workspace, place.StartedAt);
        var news = sessionId is null || ReadInfo(database) is not { } info ? null : new RecordNews(ReadActivity(database), ReadPrompts(database), info);
        seen = stamp;
        return news;
    }

    private RecordInfo? ReadInfo(SqliteConnection database)
    {
        using var query = Query(database, """
            SELECT title, model, cost, tokens_input, tokens_output + tokens_reasoning, tokens_cache_read, tokens_cache_write FROM session WHERE id = $id
            """);
        using var row = query.ExecuteReader();
        if (!row.Read()) return null;
        var title = row.GetString(0);
        return new RecordInfo(
            sessionId,
            title,
            SummaryIsFallback: title.StartsWith(NoTitle, StringComparison.Ordinal),
            row.IsDBNull(1) ? null : ModelOf(row.GetString(1)),
            new TokenUsageDocument(row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6)),
            // Nothing is what OpenCode says, too, of models that it knows no price of.
            row.GetDecimal(2) is > 0 and var cost ? cost : null);
    }

    private List<PromptSighting> ReadPrompts(SqliteConnection database)
    {
        using var query = Query(database, """
            SELECT m.time_created, group_concat(json_extract(p.data, '$.text'), char(10))
            FROM message m JOIN part p ON p.message_id = m.id
            WHERE m.session_id = $id AND m.time_created > $after AND json_extract(m.data, '$.role') = 'user'
              AND json_extract(p.data, '$.type') = 'text' AND json_type(p.data, '$.text') = 'text' AND json_extract(p.data, '$.synthetic') IS NOT 1
            GROUP BY m.id ORDER BY m.time_created DESC LIMIT $most
            """);
        query.Parameters.AddWithValue("$after", lastPrompt);
        query.Parameters.AddWithValue("$most", MostPrompts);
        using var rows = query.ExecuteReader();
        var prompts = new List<PromptSighting>();
        while (rows.Read())
        {
            lastPrompt = Math.Max(lastPrompt, rows.GetInt64(0));
            prompts.Add(new PromptSighting(rows.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)), EvidenceSource.Native));
        }

        prompts.Reverse();
        return prompts;
    }

    private Evidence? ReadActivity(SqliteConnection database)
    {
        using var query = Query(database, """
            SELECT m.data, (SELECT max(p.time_updated) FROM part p WHERE p.message_id = m.id), m.time_created
            FROM message m WHERE m.session_id = $id ORDER BY m.time_created DESC, m.id DESC LIMIT 1
            """);
        using var row = query.ExecuteReader();
        if (!row.Read()) return null;
        using var message = JsonDocument.Parse(row.GetString(0));
        return ActivityOf(message.RootElement, DateTimeOffset.FromUnixTimeMilliseconds(row.IsDBNull(1) ? row.GetInt64(2) : row.GetInt64(1)));
    }

    /// <summary>What the last message of a conversation says. Pure.</summary>
    /// <param name="touchedAt">When it was last added to.</param>
    internal static Evidence ActivityOf(JsonElement message, DateTimeOffset touchedAt)
    {
        var completed = message.Number("time", "completed") is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null;
        if (message.Text("error", "name") is { } error && error != "MessageAbortedError")
            return Evidence.Of(Activity.Blocked, EvidenceSource.Native, completed ?? touchedAt, Turn.Closed, Shortened.ForPeople(message.Text("error", "data", "message") ?? error));
        return message.Text("role") == "assistant" && completed is { } end && message.Text("finish") != "tool-calls"
            ? Evidence.Of(Activity.Ready, EvidenceSource.Native, end, Turn.Closed)
            : Evidence.Of(Activity.Active, EvidenceSource.Native, touchedAt, Turn.Open);
    }

    private static string? ModelOf(string json)
    {
        using var model = JsonDocument.Parse(json);
        return model.RootElement.Text("id");
    }

    private SqliteCommand Query(SqliteConnection database, string text)
    {
        var query = database.CreateCommand();
        query.CommandText = text;
        query.Parameters.AddWithValue("$id", sessionId);
        return query;
    }
}
