using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Issues;

namespace Athene.Cli.Commands;

/// <summary><c>athene issue close ISSUE</c>: ends an issue that is done.</summary>
internal sealed class IssueCloseCommand : OneIssueCommand
{
    private readonly Option<string?> comment = new("--comment") { Description = "Say this about it, too." };

    public IssueCloseCommand(CliContext context) : base(context, "close", "Close an issue.") => Options.Add(comment);

    protected override async Task RunAsync(SessionApi api, IssueTarget target, ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var changes = new IssueChanges(IssueState.Closed, Comment: parse.GetValue(comment));
        var issue = await api.PatchAsync<IssueChanges, IssueDocument>(target.Path, changes, cancellationToken);
        output.Answer(issue, writer => writer.WriteLine($"{issue.Id} is {IssueTable.Word(issue.State)}"));
    }
}
