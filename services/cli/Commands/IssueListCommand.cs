using System.CommandLine;
using System.Globalization;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Issues;

namespace Athene.Cli.Commands;

/// <summary><c>athene issue ls</c>: the newest issues of a project.</summary>
internal sealed class IssueListCommand : CliCommand
{
    private readonly Option<string?> project = new("--project", "-p") { Description = "The project (default: the only one, or the one around the working directory)." };
    private readonly Option<string> state = new("--state") { Description = "open, closed or all.", DefaultValueFactory = _ => "open" };
    private readonly Option<string[]> labels = new("--label") { Description = "Only issues with this label; may be given again." };
    private readonly Option<string?> assignee = new("--assignee") { Description = "Only issues of this user." };
    private readonly Option<int> limit = new("--limit") { Description = "At most so many.", DefaultValueFactory = _ => IssueFilter.UsualLimit };

    public IssueListCommand(CliContext context) : base(context, "ls", "List issues.")
    {
        Options.Add(project);
        Options.Add(state.AcceptOnlyFromAmong("open", "closed", "all"));
        Options.Add(labels);
        Options.Add(assignee);
        Options.Add(limit);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var target = await IssueTarget.FindAsync(api, Context, parse.GetValue(project), null, cancellationToken);
        var issues = await api.GetAsync<IssueList>($"{target.Path}?{Query(parse)}", cancellationToken);
        output.Answer(issues, writer => IssueTable.Write(writer, issues.Data));
        return ExitCode.Done;
    }

    private string Query(ParseResult parse)
    {
        List<string> query = [$"state={parse.GetRequiredValue(state)}", string.Create(CultureInfo.InvariantCulture, $"limit={parse.GetRequiredValue(limit)}")];
        query.AddRange((parse.GetValue(labels) ?? []).Select(label => $"label={Uri.EscapeDataString(label)}"));
        if (parse.GetValue(assignee) is { } name) query.Add($"assignee={Uri.EscapeDataString(name)}");
        return string.Join('&', query);
    }
}
