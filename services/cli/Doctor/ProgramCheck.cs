using System.Text.RegularExpressions;
using Athene.Cli.Run;

namespace Athene.Cli.Doctor;

/// <summary>Looks for a program on the <c>PATH</c> and asks it for its version.</summary>
/// <param name="Name">What the check is called.</param>
/// <param name="VersionCommand">The argument vector that asks; its first element is the program.</param>
internal sealed partial record ProgramCheck(string Name, IReadOnlyList<string> VersionCommand, Version? Minimum, string Fix, bool Required)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static ProgramCheck Git { get; } = new(
        "git", ["git", "--version"], new Version(2, 25), "Install git 2.25 or later: apt install git, brew install git, or https://git-scm.com", Required: true);

    public static ProgramCheck Tmux { get; } = new(
        "tmux", ["tmux", "-V"], new Version(3, 2), "Install tmux 3.2 or later: apt install tmux, or brew install tmux", Required: true);

    public static ProgramCheck DotNet { get; } = new(
        "dotnet", ["dotnet", "--version"], new Version(10, 0), "Install the .NET 10 SDK: https://dotnet.microsoft.com/download", Required: true);

    public static ProgramCheck Dapr { get; } = new(
        "dapr", ["dapr", "--version"], null, "Only for athene up --dapr: https://docs.dapr.io/getting-started/install-dapr-cli/", Required: false);

    public async Task<DoctorCheck> RunAsync(CliContext context, CancellationToken cancellationToken)
    {
        if (Executables.Find(VersionCommand[0], context.VariableOrNull("PATH")) is not { } file) return Missing("not found on PATH");
        var answer = await AskAsync(file, cancellationToken);
        if (Minimum is null) return new DoctorCheck(Name, true, answer.Length > 0 ? answer : file, null, Required);
        if (VersionPattern().Match(answer) is not { Success: true } match) return Missing($"{file} does not tell its version");
        return Version.Parse(match.Value) >= Minimum ? new DoctorCheck(Name, true, answer, null, Required) : Missing($"{answer} is too old");
    }

    private async Task<string> AskAsync(string file, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            // Where no file of a project can change what it answers.
            var answer = await new Command(file).WithArguments(VersionCommand.Skip(1)).WithWorkingDirectory(Path.GetTempPath())
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(patience.Token);
            return answer.StandardOutput.Split('\n')[0].Trim();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "";
        }
    }

    private DoctorCheck Missing(string detail) => new(Name, false, detail, Fix, Required);

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex VersionPattern();
}
