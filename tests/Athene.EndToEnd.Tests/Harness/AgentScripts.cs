namespace Athene.EndToEnd.Tests.Harness;

/// <summary>
/// Agents made of a few lines of bash, as profile files. A script finds its prompt in <c>$1</c>, may write into <c>$NOTES</c> (a directory
/// outside every worktree), and goes on as the commands say.
/// </summary>
internal sealed class AgentScripts(string profiles, string notes)
{
    /// <summary>Notes its start and its prompt, then shows whatever is typed.</summary>
    public const string Echo = "echo";

    /// <summary>The same, but gets its prompt typed in; notes what is typed.</summary>
    public const string Listener = "listener";

    /// <summary>Runs each line that is typed to it when it begins with <c>athene</c>, and notes the exit codes, one file a command.</summary>
    public const string Runner = "runner";

    private const string RunnerScript = """
        n=0
        while IFS= read -r line; do
          case "$line" in athene*)
            n=$((n+1)); note="$NOTES/code-$ATHENE_SESSION_ID-$n"
            sh -c "$line" >"$NOTES/said-$ATHENE_SESSION_ID-$n" 2>&1 </dev/null; echo $? >"$note.part"; mv "$note.part" "$note";;
          esac
        done
        """;

    public string Notes => notes;

    /// <summary>Writes the profiles that most tests use. An agent's name is also the first word of its own note file.</summary>
    public void WriteUsual()
    {
        Write(Echo, """echo "$ATHENE_SESSION_ID" >>"$NOTES/started"; printf %s "$1" >"$NOTES/prompt-$ATHENE_SESSION_ID"; exec cat""");
        Write(Listener, """echo "$ATHENE_SESSION_ID" >>"$NOTES/started"; while IFS= read -r line; do printf '%s\n' "$line" >>"$NOTES/typed-$ATHENE_SESSION_ID"; done""", byMessage: true);
        Write(Runner, RunnerScript, byMessage: true);
        RecordingAgent.WriteTo(this);
    }

    /// <summary>Writes one profile.</summary>
    /// <param name="byMessage">The prompt is typed in after the start instead of being <c>$1</c>.</param>
    public void Write(string name, string script, bool byMessage = false, string more = "")
    {
        Directory.CreateDirectory(profiles);
        Directory.CreateDirectory(notes);
        var indented = string.Join('\n', script.Split('\n').Select(line => $"    {line}"));
        File.WriteAllText(Path.Combine(profiles, $"{name}.yaml"), $$"""
            displayName: {{name}}
            process: bash
            prompt: {{(byMessage ? "message" : "argument")}}
            launch:
              - bash
              - -c
              - |
            {{indented}}
              - {{name}}
              - "{prompt}"
            env: { NOTES: "{{notes}}" }
            {{more}}

            """);
    }

    /// <summary>The lines of a note; none when there is no such note.</summary>
    public IReadOnlyList<string> Lines(string note) => File.Exists(NotePath(note)) ? File.ReadAllLines(NotePath(note)) : [];

    public string NotePath(string note) => Path.Combine(notes, note);

    /// <summary>How often an agent was started for the session.</summary>
    public int Starts(string sessionId) => Lines("started").Count(line => line == sessionId);

    /// <summary>Waits until the session's agent has noted its start for the given time, and says how often it has.</summary>
    public async Task<int> StartsWhenAsync(string sessionId, int atLeast)
    {
        await Within.TrueAsync(() => Starts(sessionId) >= atLeast, $"the agent of {sessionId} started for the {atLeast}. time");
        return Starts(sessionId);
    }
}
