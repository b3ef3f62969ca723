using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene claim ID PR</c>: makes a session take over a pull request.</summary>
internal sealed class ClaimCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };
    private readonly Argument<string> pr = new("PR") { Description = "The pull request: a number, '#number', or its address." };
    private readonly Option<bool> assign = new("--assign", "--assign-on-github") { Description = "Also assign it on its host to you." };

    public ClaimCommand(CliContext context) : base(context, "claim", "Let a session take over a pull request.")
    {
        Arguments.Add(id);
        Arguments.Add(pr);
        Options.Add(assign);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var request = new ClaimRequest(parse.GetRequiredValue(pr), parse.GetValue(assign));
        var result = await api.PostAsync<ClaimRequest, ClaimResult>(SessionPath.Of(parse.GetRequiredValue(id), "/claims"), request, cancellationToken);
        output.Answer(result, writer => ClaimCard.Write(writer, result));
        return ExitCode.Done;
    }
}
