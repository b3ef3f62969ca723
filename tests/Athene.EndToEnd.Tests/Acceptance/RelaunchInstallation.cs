using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>An installation with agents that start, resume, ask and die in their own ways.</summary>
public sealed class RelaunchInstallation : IAsyncLifetime
{
    /// <summary>Can go on with its conversation; notes the prompt it is started with, or the conversation it is resumed with.</summary>
    internal const string Talker = "talker";

    /// <summary>Notes who it is to Athene.</summary>
    internal const string Caller = "caller";

    /// <summary>Comes up once; when it is started again it never shows itself.</summary>
    internal const string OnceOnly = "once-only";

    /// <summary>Takes seconds to start, then notes what is typed. Its screen never shows anything.</summary>
    internal const string Late = "late";

    /// <summary>Notes what is typed; its screen never shows anything.</summary>
    internal const string Mute = "mute";

    /// <summary>Asks at its start, until the test answers for it; then it notes what is typed.</summary>
    internal const string Asker = "asker";

    private const string NoteTyped = """while IFS= read -r line; do printf '%s\n' "$line" >>"$NOTES/typed-$ATHENE_SESSION_ID"; done""";

    private const string NoteStart = """echo "$ATHENE_SESSION_ID" >>"$NOTES/started";""";

    private Installation? installation;
    private int projects;

    internal Installation Athene => installation ?? throw new InvalidOperationException("The installation has not been started.");

    internal AgentScripts Agents => Athene.Agents;

    /// <summary>Where the talker's conversations are: one file each, which the test writes in its place.</summary>
    internal string ConversationFile(string nativeSessionId) => Path.Combine(Athene.UserHome, "conversations", $"{nativeSessionId}.jsonl");

    public async Task InitializeAsync()
    {
        installation = Installation.Prepare();
        installation.Agents.WriteUsual();
        installation.Agents.Write(Talker, $"""{NoteStart} printf %s "$1" >"$NOTES/prompt-$ATHENE_SESSION_ID"; exec cat""", more: """
            resume: [bash, -c, 'echo "$1" >>"$NOTES/resumed-$ATHENE_SESSION_ID"; exec cat', talker, "{nativeSessionId}"]
            nativeSession: { id: chosen, files: "~/conversations/{nativeSessionId}.jsonl" }
            """);
        installation.Agents.Write(Caller, """echo "$ATHENE_CALLER" >>"$NOTES/caller-$ATHENE_SESSION_ID"; exec cat""");
        installation.Agents.Write(OnceOnly, $"""{NoteStart} stty -echo; if [ "$(grep -cx "$ATHENE_SESSION_ID" "$NOTES/started")" -gt 1 ]; then exec sleep 600; fi; {NoteTyped}""");
        installation.Agents.Write(Late, $"""{NoteStart} stty -echo; sleep 3; touch "$NOTES/ready-$ATHENE_SESSION_ID"; {NoteTyped}""");
        installation.Agents.Write(Mute, $"""{NoteStart} stty -echo; {NoteTyped}""");
        installation.Agents.Write(
            Asker,
            $"""{NoteStart} echo "Allow this?"; while [ ! -e "$NOTES/answered-$ATHENE_SESSION_ID" ]; do sleep 0.2; done; clear; {NoteTyped}""",
            more: """activity: { waiting: ["Allow this\\?"] }""");
        await installation.UpAsync();
    }

    /// <summary>A project that nobody else uses.</summary>
    internal async Task<TestProject> NewProjectAsync()
    {
        var id = $"r{Interlocked.Increment(ref projects)}";
        return new TestProject(Athene, id, await Athene.AddProjectAsync(id));
    }

    public async Task DisposeAsync()
    {
        if (installation is not null) await installation.DisposeAsync();
    }
}
