using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene output ID</c>: what is on a session's screen.</summary>
internal sealed class OutputCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };
    private readonly Option<int?> lines = new("--lines", "-n") { Description = "How many of the last lines." };

    public OutputCommand(CliContext context) : base(context, "output", "Show what is on a session's screen.")
    {
        lines.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var count) && count > 0)) result.AddError("--lines takes a whole number above 0.");
        });
        Arguments.Add(id);
        Options.Add(lines);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var query = parse.GetValue(lines) is { } count ? $"?lines={count}" : "";
        var screen = await api.GetAsync<OutputDocument>(SessionPath.Of(parse.GetRequiredValue(id), "/output" + query), cancellationToken);
        output.Answer(screen, writer => writer.WriteLine(screen.Text.TrimEnd('\n')));
        return ExitCode.Done;
    }
}
