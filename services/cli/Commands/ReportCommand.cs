using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene report STATE</c>: what an agent says about itself, from inside its session.</summary>
internal sealed class ReportCommand : CliCommand
{
    private const string SessionVariable = "ATHENE_SESSION_ID";

    private readonly Argument<string> state = new("STATE")
    {
        Description = "started, working, waiting, needs_input, fixing_ci, addressing_reviews, pr_created, draft_pr_created, ready_for_review or completed.",
    };

    private readonly Option<string?> note = new("--note") { Description = "A word about it." };
    private readonly Option<string?> pr = new("--pr") { Description = "The pull request's address." };

    public ReportCommand(CliContext context) : base(context, "report", "Say how it goes, from inside a session.")
    {
        Arguments.Add(state);
        Options.Add(note);
        Options.Add(pr);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        if (ApiAddress.OfAgent(Context) is not { } address || Context.VariableOrNull(SessionVariable) is not { } session)
        {
            throw Problems.Usage(
                "athene report is for agents, inside a session of Athene.",
                $"It needs {ApiAddress.AddressVariable}, {ApiAddress.TokenVariable} and {SessionVariable} in its environment; a session sets them.");
        }

        using var api = new SessionApi(address with { MayComeBack = true }, Context.Time);
        var report = new ReportRequest(parse.GetRequiredValue(state), parse.GetValue(note), parse.GetValue(pr));
        var result = await api.PostAsync<ReportRequest, ReportResult>(SessionPath.Of(session, "/reports"), report, cancellationToken);
        if (!result.Accepted)
        {
            throw new AtheneException(ErrorTypes.ReportRejected, 409, $"The report '{report.State}' of {session} was not accepted.", $"See: athene get {session}");
        }

        output.Answer(result, writer => writer.WriteLine($"{session}: {report.State}"));
        return ExitCode.Done;
    }
}
