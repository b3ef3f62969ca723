using System.Globalization;
using System.Text;

namespace Athene.Session.Machine.Runtimes;

/// <summary>Asks tmux for many screens at once and tells them apart in its answer.</summary>
internal sealed class ScreenCapture(int lines)
{
    // Not to be guessed, so that no screen can pass for the beginning of another.
    private readonly string mark = $"athene-screen-{Guid.NewGuid():N}-";

    public string Commands(IEnumerable<RuntimePane> panes)
    {
        var commands = new StringBuilder();
        foreach (var pane in panes)
        {
            commands.Append(CultureInfo.InvariantCulture, $"display-message -p '{mark}{pane.SessionId}'\n");
            commands.Append(CultureInfo.InvariantCulture, $"capture-pane -p -t '{pane.PaneId}' -S -{lines}\n");
        }

        return commands.ToString();
    }

    public Dictionary<string, string> Parse(string output)
    {
        var screens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in output.Split(mark).Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            if (end >= 0) screens[part[..end]] = LastLines(part[(end + 1)..]);
        }

        return screens;
    }

    private string LastLines(string screen)
    {
        var all = screen.TrimEnd().Split('\n');
        return string.Join('\n', all.TakeLast(lines).Select(line => line.TrimEnd()));
    }
}
