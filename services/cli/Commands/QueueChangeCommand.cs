using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;

namespace Athene.Cli.Commands;

/// <summary><c>athene queue cancel</c> and <c>release</c>: the same request to another address.</summary>
internal sealed class QueueChangeCommand : CliCommand
{
    private readonly string verb;
    private readonly Argument<string> id = new("OPERATION") { Description = "The spawn, as 'athene queue ls' calls it." };

    public QueueChangeCommand(CliContext context, string verb, string description) : base(context, verb, description)
    {
        this.verb = verb;
        Arguments.Add(id);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var operation = await api.BeginAsync($"v1/operations/{Uri.EscapeDataString(parse.GetRequiredValue(id))}/{verb}", cancellationToken);
        output.Answer(operation, writer => writer.WriteLine(verb == "cancel" ? $"{operation.Id} was cancelled." : $"{operation.Id} begins as soon as there is room."));
        return ExitCode.Done;
    }
}
