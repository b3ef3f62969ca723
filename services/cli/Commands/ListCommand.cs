using System.CommandLine;
using System.Globalization;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene ls</c>: the sessions, live ones unless all are asked for.</summary>
internal sealed class ListCommand : CliCommand
{
    private readonly Option<string?> project = new("--project", "-p") { Description = "Only this project's sessions." };
    private readonly Option<bool> all = new("--all", "-a") { Description = "Ended sessions too." };
    private readonly Option<bool> archived = new("--archived") { Description = "Sessions of the archive instead, the newest page of each project." };
    private readonly Option<int> page = new("--page") { Description = "An older page of the archive: 1, 2, …", DefaultValueFactory = _ => 0 };

    public ListCommand(CliContext context) : base(context, "ls", "List sessions.")
    {
        Options.Add(project);
        Options.Add(all);
        Options.Add(archived);
        Options.Add(page);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var sessions = await api.GetAsync<SessionList>(PathOf(parse), cancellationToken);
        output.Answer(sessions, writer => Write(writer, sessions, output.Style));
        return ExitCode.Done;
    }

    private string PathOf(ParseResult parse)
    {
        var query = new List<string>(3);
        if (parse.GetValue(project) is { } named) query.Add($"project={Uri.EscapeDataString(named)}");
        if (parse.GetValue(all)) query.Add("all=true");
        if (parse.GetValue(archived)) query.Add(string.Create(CultureInfo.InvariantCulture, $"archived=true&page={parse.GetValue(page)}"));
        return query.Count == 0 ? "v1/sessions" : $"v1/sessions?{string.Join('&', query)}";
    }

    private void Write(TextWriter writer, SessionList sessions, Style style)
    {
        if (sessions.Data.Count > 0) SessionTable.Write(writer, sessions.Data, Context.Time.GetUtcNow(), style);
        else writer.WriteLine("No live sessions. Start one with: athene spawn ISSUE");
        if (sessions.Meta.HiddenTerminatedCount is > 0 and var hidden) writer.WriteLine(style.Quiet($"{hidden} ended; see them with: athene ls --all"));
        if (sessions.Meta.ArchivedCount is > 0 and var old) writer.WriteLine(style.Quiet($"{old} in the archive; see them with: athene ls --archived"));
    }
}
