using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Issues;

namespace Athene.Cli.Commands;

/// <summary><c>athene issue comment ISSUE TEXT</c>: says something about an issue, as the user whose token Athene has.</summary>
internal sealed class IssueCommentCommand : OneIssueCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> text = new("TEXT") { Description = "The comment; - reads it from standard input.", Arity = ArgumentArity.OneOrMore };

    public IssueCommentCommand(CliContext context) : base(context, "comment", "Comment on an issue.") => Arguments.Add(text);

    protected override async Task RunAsync(SessionApi api, IssueTarget target, ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var words = parse.GetRequiredValue(text);
        var comment = words is [StandardInput] ? await Context.In.ReadToEndAsync(cancellationToken) : string.Join(' ', words);
        if (string.IsNullOrWhiteSpace(comment)) throw Problems.Usage("The comment is empty.", "Give a text, or - to read it from standard input.");
        var issue = await api.PatchAsync<IssueChanges, IssueDocument>(target.Path, new IssueChanges(Comment: comment), cancellationToken);
        output.Answer(issue, writer => writer.WriteLine($"Commented on {issue.Id}  {Printable.Of(issue.Url ?? "")}"));
    }
}
