using System.CommandLine;
using System.Globalization;
using Athene.Cli.Demo;
using Athene.Cli.Doctor;
using Athene.Cli.Output;
using Athene.Configuration;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene demo</c>: the main job without any account, in a temporary folder and a home of its own.</summary>
internal sealed class DemoCommand : CliCommand
{
    private readonly Option<bool> keep = new("--keep") { Description = "Leave everything running, to look around." };

    public DemoCommand(CliContext context) : base(context, "demo", "Show the main job: three scripted agents side by side, in a temporary folder.") =>
        Options.Add(keep);

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        await Machine.RequireAsync(new AtheneConfiguration(), Context, cancellationToken);
        var started = Context.Time.GetTimestamp();
        var place = await DemoPlace.MakeAsync(cancellationToken);
        var keeping = false;
        using var demo = new DemoRun(place.ContextOf(Context), place, output);
        try
        {
            await PlayAsync(demo, output, cancellationToken);
            keeping = parse.GetValue(keep);
        }
        finally
        {
            if (!keeping)
            {
                output.Progress("Cleaning up…");
                // Also after Ctrl-C: what was started must not stay.
                await demo.EndAsync(CancellationToken.None);
                place.Remove();
            }
        }

        var seconds = Context.Time.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        output.Progress(keeping ? WhereThingsAre(place) : $"Everything is cleaned up. It took {seconds} s.");
        return ExitCode.Done;
    }

    private async Task PlayAsync(DemoRun demo, CommandOutput output, CancellationToken cancellationToken)
    {
        await demo.StartServicesAsync(cancellationToken);
        var ids = await demo.SpawnAsync(cancellationToken);
        var sessions = await DemoBoard.RunAsync(Context, output, board => demo.WatchAsync(ids, board, cancellationToken));
        var commits = await demo.CommitsAsync(sessions, cancellationToken);
        output.Answer(sessions, writer => Write(writer, commits, output.Style));
    }

    private static void Write(TextWriter writer, IReadOnlyList<(SessionDocument Session, string Commits)> results, Style style)
    {
        writer.WriteLine("What they committed, each on its own branch:");
        foreach (var (session, commits) in results)
        {
            writer.WriteLine($"  {style.Strong(session.Id)}  {session.Branch}");
            foreach (var line in commits.Split('\n', StringSplitOptions.RemoveEmptyEntries)) writer.WriteLine($"    {line.Trim()}");
        }
    }

    private static string WhereThingsAre(DemoPlace place) =>
        $"""
         Everything is left running in {place.Root}. Look around with:
           export ATHENE_HOME={Path.Combine(place.Root, "home")}
           athene ls
           athene attach demo-1        (leave it with Ctrl-B D)
           git -C {place.Repository} log --oneline --all --graph
         When you are done:
           athene kill demo-1; athene kill demo-2; athene kill demo-3; athene down; rm -r {place.Root}
         """;
}
