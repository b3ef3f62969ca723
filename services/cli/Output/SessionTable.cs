using System.Text.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Output;

/// <summary>Sessions as lines of text.</summary>
internal static class SessionTable
{
    private const int StatusColumn = 1;
    private const int TitleWidth = 40;

    public static void Write(TextWriter writer, IReadOnlyList<SessionDocument> sessions, DateTimeOffset now, Style style)
    {
        var table = new TextTable("SESSION", "STATUS", "AGENT", "BRANCH", "PR", "ACTIVE", "TITLE")
        {
            StyleOf = (row, column, text) => column == StatusColumn ? Paint(style, sessions[row].Status, text) : text,
        };
        foreach (var session in sessions)
        {
            table.Add(
                session.Id,
                session.Paused is null ? Word(session.Status) : $"{Word(session.Status)} (paused)",
                session.Agent,
                session.Branch ?? "-",
                session.Prs is [var pr, ..] ? $"#{pr.Number}" : "-",
                $"{Age.Of(now - session.LastActivityAt)} ago",
                Shortened(session.Title ?? session.DisplayName ?? session.Issue ?? "-"));
        }

        table.Write(writer);
    }

    /// <summary>A status in the spelling of the API, such as <c>needs_input</c>.</summary>
    public static string Word(SessionStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    public static string Paint(Style style, SessionStatus status, string text) => status switch
    {
        SessionStatus.Working or SessionStatus.Spawning or SessionStatus.Merged or SessionStatus.Mergeable or SessionStatus.Approved => style.Good(text),
        SessionStatus.NeedsInput or SessionStatus.Stuck or SessionStatus.Detecting or SessionStatus.ChangesRequested => style.Warning(text),
        SessionStatus.Errored or SessionStatus.CiFailed => style.Bad(text),
        SessionStatus.Killed or SessionStatus.Cleanup or SessionStatus.Terminated or SessionStatus.Done => style.Quiet(text),
        _ => text,
    };

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= TitleWidth ? line : line[..(TitleWidth - 1)] + "…";
    }
}
