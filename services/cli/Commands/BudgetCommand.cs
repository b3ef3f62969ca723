using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Budgets;

namespace Athene.Cli.Commands;

/// <summary><c>athene budget</c>: what was spent, and how much may be.</summary>
internal sealed class BudgetCommand : CliCommand
{
    private readonly Option<string?> project = new("--project", "-p") { Description = "Only this project and its sessions." };

    public BudgetCommand(CliContext context) : base(context, "budget", "Show what was spent today, and of which limits.") => Options.Add(project);

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var query = parse.GetValue(project) is { } named ? $"?project={Uri.EscapeDataString(named)}" : "";
        var report = await api.GetAsync<BudgetReport>($"v1/budget{query}", cancellationToken);
        output.Answer(report, writer => BudgetTable.Write(writer, report));
        return ExitCode.Done;
    }
}
