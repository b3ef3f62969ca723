using System.Text.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Observing;

namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>The rollout file of Codex, as version 0.169 writes it (spec agents-runtimes-workspaces.md §5; agents-today.md).</summary>
public sealed class CodexTranscript : Transcript
{
    private bool turnIsOpen;

    protected override void Take(JsonElement entry)
    {
        if (entry.Time("timestamp") is not { } at || entry.At("payload") is not { } payload) return;
        switch (entry.Text("type"))
        {
            case "session_meta":
                NativeSessionId = payload.Text("id") ?? payload.Text("session_id") ?? NativeSessionId;
                break;
            case "turn_context":
                Model = payload.Text("model") ?? Model;
                break;
            case "event_msg":
                TakeEvent(payload, at);
                break;
        }

        // Commands in the background go on to be written down after the last word: they open no turn.
        if (turnIsOpen && entry.Text("type") is "response_item" or "compacted") Say(Activity.Active, at, Turn.Open);
    }

    private void TakeEvent(JsonElement payload, DateTimeOffset at)
    {
        switch (payload.Text("type"))
        {
            case "task_started":
                turnIsOpen = true;
                Say(Activity.Active, at, Turn.Open);
                break;
            case "task_complete" or "turn_aborted":
                turnIsOpen = false;
                Say(Activity.Ready, at, Turn.Closed);
                break;
            case "error" or "stream_error":
                Say(Activity.Blocked, at, detail: payload.Text("message"));
                break;
            case "approval_request" or "exec_approval_request" or "apply_patch_approval_request":
                Say(Activity.WaitingInput, at, detail: payload.Text("reason"));
                break;
            case "user_message" when payload.Text("message") is { } text:
                AddPrompt(text, at);
                break;
            case "item_completed" when payload.Text("item", "type") == "UserMessage" && payload.At("item") is { } item:
                AddPrompt(item.PartTexts("content") ?? "", at);
                break;
            case "token_count" when payload.At("info", "total_token_usage") is { } usage:
                Tokens = Count(usage);
                break;
        }
    }

    // Codex counts what came from the cache as input too.
    private static TokenUsageDocument Count(JsonElement usage)
    {
        var cached = usage.Number("cached_input_tokens") ?? 0;
        var written = usage.Number("cache_write_input_tokens") ?? 0;
        return new TokenUsageDocument(
            Math.Max(0, (usage.Number("input_tokens") ?? 0) - cached - written), usage.Number("output_tokens") ?? 0, cached, written);
    }
}
