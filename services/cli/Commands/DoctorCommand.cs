using System.CommandLine;
using Athene.Cli.Agents;
using Athene.Cli.Doctor;
using Athene.Cli.Output;
using Athene.Cli.Run;
using Athene.Cli.Supervision;

namespace Athene.Cli.Commands;

/// <summary><c>athene doctor</c>: what is missing on this machine, and how to get it.</summary>
internal sealed class DoctorCommand(CliContext context) : CliCommand(context, "doctor", "Show what is missing on this machine, and how to get it.")
{
    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (configuration, configured) = SystemChecks.Configuration(Context);
        ProgramCheck[] programs =
            [.. Machine.ProgramsFor(configuration), ProgramCheck.DotNet, .. InstalledAgents.Read(Context).Checks(), ProgramCheck.Dapr];
        var found = await Task.WhenAll(programs.Select(program => program.RunAsync(Context, cancellationToken)));
        var document = new DoctorDocument([.. found, .. OfSystem(configured), await NotifierCheck.RunAsync(Context, configuration, cancellationToken)]);
        output.Answer(document, writer => Write(writer, document, output.Style));
        return document.IsHealthy ? ExitCode.Done : ExitCode.Failed;
    }

    private IEnumerable<DoctorCheck> OfSystem(DoctorCheck configured)
    {
        yield return SystemChecks.Home(Context.Home);
        yield return SystemChecks.Disk(Context.Home);
        var template = AppDirectory.Find(Context).Template(Context);
        var check = SystemChecks.Template(template, () => RunTemplateParser.Load(template));
        yield return check;
        yield return configured;
        if (check.Ok) yield return SystemChecks.PortsOf(RunTemplateParser.Load(template), RunFile.Read(Context.Home));
    }

    private static void Write(TextWriter writer, DoctorDocument document, Style style)
    {
        foreach (var check in document.Checks)
        {
            var mark = check switch
            {
                { Ok: true } => style.Good("ok     "),
                { Required: true } => style.Bad("MISSING"),
                _ => style.Quiet("absent "),
            };
            writer.WriteLine($"{mark}  {check.Name,-12} {check.Detail}");
            if (check.Fix is { } fix) writer.WriteLine($"{"",22}→ {fix}");
        }

        writer.WriteLine();
        writer.WriteLine(document.IsHealthy ? "Athene can run here." : "Athene cannot run here yet.");
    }
}
