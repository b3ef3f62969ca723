using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene rename ID NAME</c>: what a session is called in lists.</summary>
internal sealed class RenameCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };
    private readonly Argument<string[]> name = new("NAME")
    {
        Description = "Its new name, at most 80 characters; \"\" gives it its own name back.",
        Arity = ArgumentArity.OneOrMore,
    };

    public RenameCommand(CliContext context) : base(context, "rename", "Give a session another name.")
    {
        Arguments.Add(id);
        Arguments.Add(name);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var request = new RenameRequest(string.Join(' ', parse.GetRequiredValue(name)));
        var session = await api.PatchAsync<RenameRequest, SessionDocument>(
            SessionPath.Of(parse.GetRequiredValue(id)), request, cancellationToken);
        output.Answer(session, writer => writer.WriteLine($"{output.Style.Strong(session.Id)}  {session.DisplayName}"));
        return ExitCode.Done;
    }
}
