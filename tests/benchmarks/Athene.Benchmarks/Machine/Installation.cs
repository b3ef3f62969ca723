using System.Collections;
using System.Text.Json;
using Athene.Testing;

namespace Athene.Benchmarks.Machine;

/// <summary>Athene as a user has it, in a home of its own; disposing it leaves nothing behind.</summary>
internal sealed class Installation : IAsyncDisposable
{
    /// <summary>An agent that costs next to nothing, so that what is measured is Athene.</summary>
    public const string Agent = "cat";

    /// <summary>
    /// An agent that writes to its screen and to its record all the time, as one that works does: both are read.
    /// </summary>
    public const string BusyAgent = "busy";

    /// <summary>An agent that notes when it reads which line.</summary>
    public const string ReadingAgent = "reader";

    private const string BusyProfile = """
        displayName: busy
        process: bash
        launch:
          - bash
          - -c
          - |
            day="$HOME/.codex/sessions/$(date +%Y/%m/%d)"; mkdir -p "$day"; file="$day/rollout-$ATHENE_SESSION_ID.jsonl"
            entry() { printf '{"timestamp":"%s","type":"%s","payload":%s}\n' "$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)" "$1" "$2" >>"$file"; }
            entry session_meta "{\"id\":\"thread-$ATHENE_SESSION_ID\",\"cwd\":\"$(pwd -P)\"}"
            entry event_msg '{"type":"task_started"}'
            while sleep 2; do entry response_item '{"type":"message"}'; echo "esc to interrupt $((i++))"; done
        activity: { active: ["esc to interrupt"] }
        nativeSession: { format: codex }
        """;

    private const int RemovalAttempts = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Foreign = ["ATHENE_", "AO_", "DAPR_", "APP_", "GIT_", "OTEL_", "TMUX", "MSBUILD"];

    private readonly TemporaryDirectory directory = new();
    private readonly Dictionary<string, string> environment;
    private readonly string launcher;
    private SessionApi? api;

    private Installation(string launcher)
    {
        this.launcher = launcher;
        foreach (var part in (string[])[Home, Combine("user"), Combine("bin")]) Directory.CreateDirectory(part);
        environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => !Foreign.Any(prefix => ((string)variable.Key).StartsWith(prefix, StringComparison.Ordinal)))
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
        environment["ATHENE_HOME"] = Home;
        environment["HOME"] = Combine("user");
        environment["PATH"] = $"{Combine("bin")}:{environment.GetValueOrDefault("PATH", "/usr/bin:/bin")}";
        Calls = new CallCounter(Combine("bin"), Combine("calls"));
    }

    public string Home => Combine("home");

    /// <summary>What the <see cref="ReadingAgent"/> has read: the time in seconds and the line.</summary>
    public string ReadingNotes => Combine("read");

    private string TmuxSocket => Path.Combine(Home, "run", "tmux.sock");

    public SessionApi Api => api ?? throw new InvalidOperationException("Athene has not been started.");

    public CallCounter Calls { get; }

    /// <summary>An installation that is built, but does not run.</summary>
    /// <param name="variables">More variables of the environment that it is started in.</param>
    public static async Task<Installation> PrepareAsync(params IReadOnlyList<(string Name, string Value)> variables)
    {
        var installation = new Installation(Path.Combine(Root(), "athene"));
        foreach (var (name, value) in variables) installation.environment[name] = value;
        await installation.AtheneAsync("--version");
        var agents = Path.Combine(installation.Home, "agents");
        Directory.CreateDirectory(agents);
        await File.WriteAllTextAsync(Path.Combine(agents, $"{Agent}.yaml"), $"displayName: {Agent}\nprocess: cat\nlaunch: [bash, -c, exec cat]\n");
        await File.WriteAllTextAsync(Path.Combine(agents, $"{BusyAgent}.yaml"), BusyProfile);
        await File.WriteAllTextAsync(Path.Combine(agents, $"{ReadingAgent}.yaml"), $"""
            displayName: {ReadingAgent}
            process: bash
            launch: [bash, -c, 'echo ready; while IFS= read -r line; do echo "$EPOCHREALTIME $line" >>"{installation.ReadingNotes}"; done']

            """);
        return installation;
    }

    public async Task UpAsync()
    {
        await AtheneAsync("up", "--detach");
        // Another Athene of this machine may have been faster to take the port; then the service is being restarted on a free one.
        while (!await ConnectAsync()) await Task.Delay(Pause);
    }

    /// <summary>The process id of a service.</summary>
    public int ProcessOf(string appId) => NumberOf(appId, "pid");

    /// <summary>The port that a service listens at.</summary>
    public int PortOf(string appId) => NumberOf(appId, "port");

    public int SidecarProcess
    {
        get
        {
            using var run = Running();
            return run.RootElement.GetProperty("sidecar").GetProperty("pid").GetInt32();
        }
    }

    public Task DownAsync() => AtheneAsync("down");

    public Task<string> AtheneAsync(params string[] arguments) => Shell.RunAsync(launcher, arguments, Combine("user"), environment);

    /// <summary>Takes a session's terminal away.</summary>
    public Task LoseTerminalAsync(string session) => Shell.RunAsync("tmux", ["-S", TmuxSocket, "kill-session", "-t", $"={session}"]);

    public string Combine(params string[] parts) => directory.Combine(parts);

    public async ValueTask DisposeAsync()
    {
        api?.Dispose();
        await DownAsync();
        if (File.Exists(TmuxSocket)) await Shell.RunAsync("tmux", ["-S", TmuxSocket, "kill-server"]);
        await RemoveDirectoryAsync();
    }

    // Agents that are being ended may still write for a moment.
    private async Task RemoveDirectoryAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                directory.Dispose();
                return;
            }
            catch (IOException) when (attempt < RemovalAttempts)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private async Task<bool> ConnectAsync()
    {
        api?.Dispose();
        using var run = Running();
        var session = run.RootElement.GetProperty("services").EnumerateArray().Single(service => service.GetProperty("appId").GetString() == "session");
        api = new SessionApi(session.GetProperty("port").GetInt32(), (await File.ReadAllTextAsync(Path.Combine(Home, "token"))).Trim());
        return await api.IsOursAsync();
    }

    private int NumberOf(string appId, string property)
    {
        using var run = Running();
        return run.RootElement.GetProperty("services").EnumerateArray()
            .Single(service => service.GetProperty("appId").GetString() == appId).GetProperty(property).GetInt32();
    }

    private JsonDocument Running() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Home, "run", "up.json")));

    private static string Root()
    {
        for (var above = AppContext.BaseDirectory; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(Path.Combine(above, "Athene.sln"))) return above;
        }

        throw new InvalidOperationException($"There is no Athene.sln above {AppContext.BaseDirectory}.");
    }
}
