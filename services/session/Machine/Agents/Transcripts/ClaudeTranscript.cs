using System.Text.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Observing;

namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>The record of Claude Code, as version 2.1 writes it (spec agents-runtimes-workspaces.md §4.1, §4.3; agents-today.md).</summary>
public sealed class ClaudeTranscript : Transcript
{
    private const string Interruption = "[Request interrupted by user";

    private const int MostQueued = 20;

    private readonly List<string> queued = [];
    private (string Id, TokenUsageDocument Usage) lastAnswer = ("", new TokenUsageDocument(0, 0, 0, 0));

    protected override void Take(JsonElement entry)
    {
        NativeSessionId = entry.Text("sessionId") ?? NativeSessionId;
        CostUsd = entry.Amount("costUSD") is { } cost ? (CostUsd ?? 0) + cost : CostUsd;
        var at = entry.Time("timestamp");
        switch (entry.Text("type"))
        {
            case "user" when at is { } time:
                TakeUser(entry, time);
                break;
            case "assistant" when at is { } time:
                TakeAnswer(entry, time);
                break;
            case "system" when at is { } time && entry.Text("subtype") == "api_error":
                Say(Activity.Blocked, time, detail: ErrorOf(entry));
                break;
            case "queue-operation" when at is { } time && entry.Text("operation") == "enqueue" && entry.Text("content") is { } text:
                queued.Add(text);
                // Not every one comes again in the same words.
                if (queued.Count > MostQueued) queued.RemoveAt(0);
                AddPrompt(text, time);
                break;
            case "attachment" when at is { } time && entry.Text("attachment", "type") == "queued_command":
                TakePrompt(entry.PartTexts("attachment", "prompt"), time);
                break;
            case "summary":
                Summary = entry.Text("summary") ?? Summary;
                break;
            case "ai-title":
                Summary = entry.Text("aiTitle") ?? Summary;
                break;
            case "custom-title":
                Summary = entry.Text("customTitle") ?? Summary;
                break;
        }
    }

    private void TakeUser(JsonElement entry, DateTimeOffset at)
    {
        if (entry.IsTrue("isMeta") || entry.IsTrue("isCompactSummary")) return;
        if (entry.At("message", "content") is { ValueKind: JsonValueKind.Array } parts
            && parts.EnumerateArray().Any(part => part.Text("type") == "tool_result"))
        {
            Say(Activity.Active, at, OwnTurn(entry));
            return;
        }

        var text = entry.PartTexts("message", "content");
        if (text?.StartsWith(Interruption, StringComparison.Ordinal) ?? false) Say(Activity.Ready, at, Turn.Closed);
        // What its own commands say (<command-name>, <local-command-stdout>) was not said to the model.
        else if (!entry.IsTrue("isSidechain") && !(text?.StartsWith('<') ?? true)) TakePrompt(text, at);
    }

    // A prompt that came while it was busy is written twice: when it was queued, and when its turn came.
    private void TakePrompt(string? text, DateTimeOffset at)
    {
        Say(Activity.Active, at, Turn.Open);
        if (text is not null && !queued.Remove(text)) AddPrompt(text, at);
    }

    private void TakeAnswer(JsonElement entry, DateTimeOffset at)
    {
        if (entry.IsTrue("isApiErrorMessage"))
        {
            Say(Activity.Blocked, at, Turn.Closed, entry.PartTexts("message", "content"));
            return;
        }

        if (entry.Text("message", "model") is { } model && !model.StartsWith('<')) Model = model;
        if (entry.At("message", "usage") is { } usage) Count(entry.Text("message", "id") ?? "", usage);
        var ends = entry.Text("message", "stop_reason") is not (null or "tool_use" or "pause_turn") && !entry.IsTrue("isSidechain");
        Say(ends ? Activity.Ready : Activity.Active, at, ends ? Turn.Closed : OwnTurn(entry));
    }

    // One answer is several entries, a part each, and each repeats the usage of the whole.
    private void Count(string id, JsonElement usage)
    {
        var counted = lastAnswer.Id == id && id.Length > 0 ? lastAnswer.Usage : new TokenUsageDocument(0, 0, 0, 0);
        var now = new TokenUsageDocument(
            usage.Number("input_tokens") ?? 0,
            usage.Number("output_tokens") ?? 0,
            usage.Number("cache_read_input_tokens") ?? 0,
            usage.Number("cache_creation_input_tokens") ?? 0);
        var before = Tokens ?? new TokenUsageDocument(0, 0, 0, 0);
        Tokens = new TokenUsageDocument(
            before.Input + now.Input - counted.Input,
            before.Output + now.Output - counted.Output,
            before.CacheRead + now.CacheRead - counted.CacheRead,
            before.CacheWrite + now.CacheWrite - counted.CacheWrite);
        lastAnswer = (id, now);
    }

    private static Turn OwnTurn(JsonElement entry) => entry.IsTrue("isSidechain") ? Turn.Unsaid : Turn.Open;

    private static string ErrorOf(JsonElement entry) =>
        entry.Text("error", "message") ?? $"an error of the provider, attempt {entry.Number("retryAttempt")} of {entry.Number("maxRetries")}";
}
