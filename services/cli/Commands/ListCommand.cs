using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene ls</c>: the sessions, live ones unless all are asked for.</summary>
internal sealed class ListCommand : CliCommand
{
    private readonly Option<string?> project = new("--project", "-p") { Description = "Only this project's sessions." };
    private readonly Option<bool> all = new("--all", "-a") { Description = "Ended sessions too." };

    public ListCommand(CliContext context) : base(context, "ls", "List sessions.")
    {
        Options.Add(project);
        Options.Add(all);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var sessions = await api.GetAsync<SessionList>(PathOf(parse.GetValue(project), parse.GetValue(all)), cancellationToken);
        output.Answer(sessions, writer => Write(writer, sessions, output.Style));
        return ExitCode.Done;
    }

    private static string PathOf(string? project, bool all)
    {
        var query = new List<string>(2);
        if (project is not null) query.Add($"project={Uri.EscapeDataString(project)}");
        if (all) query.Add("all=true");
        return query.Count == 0 ? "v1/sessions" : $"v1/sessions?{string.Join('&', query)}";
    }

    private void Write(TextWriter writer, SessionList sessions, Style style)
    {
        if (sessions.Data.Count > 0) SessionTable.Write(writer, sessions.Data, Context.Time.GetUtcNow(), style);
        else writer.WriteLine("No live sessions. Start one with: athene spawn ISSUE");
        if (sessions.Meta.HiddenTerminatedCount is > 0 and var hidden) writer.WriteLine(style.Quiet($"{hidden} ended; see them with: athene ls --all"));
    }
}
