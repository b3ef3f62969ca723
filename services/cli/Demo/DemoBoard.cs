using Athene.Cli.Output;
using Athene.Contracts.Sessions;
using Spectre.Console;

namespace Athene.Cli.Demo;

/// <summary>Shows sessions while they work: a table that changes in place on a terminal, a line a change elsewhere.</summary>
internal sealed class DemoBoard(CommandOutput output, LiveDisplayContext? live)
{
    private readonly Dictionary<string, string> shown = [];

    /// <summary>Runs <paramref name="watch"/> with a board that suits where it is shown.</summary>
    public static Task<T> RunAsync<T>(CliContext context, CommandOutput output, Func<DemoBoard, Task<T>> watch) =>
        context.Interactive && context.Colour && !output.Json
            ? AnsiConsole.Live(NewTable()).StartAsync(live => watch(new DemoBoard(output, live)))
            : watch(new DemoBoard(output, live: null));

    public void Show(IReadOnlyList<SessionDocument> sessions)
    {
        if (live is not null) Redraw(live, sessions);
        else Tell(sessions);
    }

    private void Tell(IReadOnlyList<SessionDocument> sessions)
    {
        foreach (var session in sessions)
        {
            var status = Status(session);
            if (shown.GetValueOrDefault(session.Id) == status) continue;
            shown[session.Id] = status;
            output.Progress($"  {session.Id}  {status,-28}  {session.Title}");
        }
    }

    private static void Redraw(LiveDisplayContext live, IReadOnlyList<SessionDocument> sessions)
    {
        var table = NewTable();
        foreach (var session in sessions)
        {
            table.AddRow(Markup.Escape(session.Id), Coloured(session), Markup.Escape(session.Branch ?? "-"), Markup.Escape(session.Title ?? "-"));
        }

        live.UpdateTarget(table);
    }

    private static Table NewTable() => new Table().RoundedBorder().AddColumns("Session", "Status", "Branch", "Task");

    private static string Coloured(SessionDocument session) =>
        $"[{(session.Lifecycle.Session.Reason is Contracts.Lifecycle.SessionReason.ResearchComplete ? "green" : "yellow")}]{Markup.Escape(Status(session))}[/]";

    private static string Status(SessionDocument session) =>
        $"{SessionTable.Word(session.Status)} ({System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(session.Lifecycle.Session.Reason.ToString())})";
}
