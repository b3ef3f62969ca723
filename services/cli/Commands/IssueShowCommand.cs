using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Issues;

namespace Athene.Cli.Commands;

/// <summary><c>athene issue show ISSUE</c>: what the tracker says of an issue.</summary>
internal sealed class IssueShowCommand(CliContext context) : OneIssueCommand(context, "show", "Show an issue.")
{
    protected override async Task RunAsync(SessionApi api, IssueTarget target, ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var issue = await api.GetAsync<IssueDocument>(target.Path, cancellationToken);
        output.Answer(issue, writer => IssueCard.Write(writer, issue, output.Style));
    }
}
