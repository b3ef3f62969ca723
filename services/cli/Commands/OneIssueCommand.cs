using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;

namespace Athene.Cli.Commands;

/// <summary>A command about one issue.</summary>
internal abstract class OneIssueCommand : CliCommand
{
    private readonly Argument<string> issue = new("ISSUE") { Description = "An issue, or PROJECT/ISSUE." };
    private readonly Option<string?> project = new("--project", "-p") { Description = "The project (default: the only one, or the one around the working directory)." };

    protected OneIssueCommand(CliContext context, string name, string description) : base(context, name, description)
    {
        Arguments.Add(issue);
        Options.Add(project);
    }

    protected sealed override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var target = await IssueTarget.FindAsync(api, Context, parse.GetValue(project), parse.GetRequiredValue(issue), cancellationToken);
        await RunAsync(api, target, parse, output, cancellationToken);
        return ExitCode.Done;
    }

    protected abstract Task RunAsync(SessionApi api, IssueTarget target, ParseResult parse, CommandOutput output, CancellationToken cancellationToken);
}
