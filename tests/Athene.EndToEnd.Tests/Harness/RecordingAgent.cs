namespace Athene.EndToEnd.Tests.Harness;

/// <summary>An agent that writes down its conversation as Codex does: what it was told, when its turn begins and ends, and its tokens.</summary>
internal static class RecordingAgent
{
    public const string Name = "recorder";

    /// <summary>The same, but asks for trust first, until somebody writes the note <c>trust-SESSION</c>.</summary>
    public const string Hesitant = "hesitant";

    /// <summary>Where the ids of conversations stand that it was told to delete.</summary>
    public const string DeletedNote = "deleted";

    private const string Question = """
        echo "Do you trust this directory?"
        while [ ! -e "$NOTES/trust-$ATHENE_SESSION_ID" ]; do sleep 0.05; done
        printf '\033[2J\033[H'
        """;

    private const string Script = """
        day="$HOME/.codex/sessions/$(date +%Y/%m/%d)"
        mkdir -p "$day"
        entry() { printf '{"timestamp":"%s","type":"%s","payload":%s}\n' "$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)" "$1" "$2" >>"$day/rollout-$ATHENE_SESSION_ID.jsonl"; }
        turn() {
          entry event_msg '{"type":"task_started"}'
          entry event_msg "{\"type\":\"item_completed\",\"item\":{\"type\":\"UserMessage\",\"content\":[{\"type\":\"text\",\"text\":\"$1\"}]}}"
          entry event_msg '{"type":"token_count","info":{"total_token_usage":{"input_tokens":100,"cached_input_tokens":40,"output_tokens":10}}}'
          entry event_msg '{"type":"task_complete"}'
        }
        entry session_meta "{\"id\":\"thread-$ATHENE_SESSION_ID\",\"cwd\":\"$(pwd -P)\"}"
        turn "$1"
        while IFS= read -r line; do turn "$line"; done
        """;

    public static void WriteTo(AgentScripts scripts)
    {
        var delete = $"[bash, -c, 'echo \"$1\" >>\"{scripts.NotePath(DeletedNote)}\"', delete, \"{{nativeSessionId}}\"]";
        var more = $$"""
            nativeSession: { format: codex, delete: {{delete}} }
            activity: { waiting: ["Do you trust"] }
            prices: { "*": { input: 2, output: 20, cacheRead: 1.25 } }
            """;
        scripts.Write(Name, Script, more: more);
        scripts.Write(Hesitant, $"{Question}\n{Script}", more: more);
    }
}
