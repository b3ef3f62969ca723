using System.Globalization;

namespace Athene.Session.Machine.Runtimes;

/// <summary>What <c>tmux list-panes</c> is asked for and how its answer is read. Pure.</summary>
internal static class PaneListing
{
    /// <summary>The pane option that marks the pane that Athene made, among those that a person may have split off.</summary>
    public const string OperationOption = "@athene_operation";

    // The one value with free text stands last.
    public const string Format =
        "#{session_name}|#{pane_id}|#{pane_pid}|#{pane_dead}|#{pane_dead_status}|#{pane_dead_signal}|#{window_activity}|#{"
        + OperationOption + "}|#{pane_current_command}";

    private const int Fields = 9;

    public static Dictionary<string, RuntimePane> Parse(string output)
    {
        var panes = new Dictionary<string, RuntimePane>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|', Fields);
            if (parts.Length < Fields || parts[7].Length == 0) continue;
            panes[parts[0]] = new RuntimePane(
                SessionId: parts[0],
                PaneId: parts[1],
                ProcessId: Number(parts[2]) ?? 0,
                Exited: parts[3] == "1",
                ExitStatus: Number(parts[4]),
                ExitSignal: Number(parts[5]),
                CurrentCommand: parts[8],
                LastActivity: DateTimeOffset.FromUnixTimeSeconds(Number(parts[6]) ?? 0),
                OperationId: parts[7]);
        }

        return panes;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
