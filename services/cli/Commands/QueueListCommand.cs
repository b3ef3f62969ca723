using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Queue;

namespace Athene.Cli.Commands;

/// <summary><c>athene queue ls</c>: what waits, and for what.</summary>
internal sealed class QueueListCommand : CliCommand
{
    private readonly Option<string?> project = new("--project", "-p") { Description = "Only this project's spawns." };

    public QueueListCommand(CliContext context) : base(context, "ls", "List the spawns that wait, the next one first.") => Options.Add(project);

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var query = parse.GetValue(project) is { } named ? $"?project={Uri.EscapeDataString(named)}" : "";
        var queue = await api.GetAsync<QueueList>($"v1/queue{query}", cancellationToken);
        output.Answer(queue, writer => QueueTable.Write(writer, queue.Data, Context.Time.GetUtcNow()));
        return ExitCode.Done;
    }
}
