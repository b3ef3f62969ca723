using Athene.Processes.Builders;

namespace Athene.Processes;

/// <summary>A program with its arguments, surroundings and pipes. Immutable: each <c>With…</c> gives a changed copy.</summary>
public sealed partial class Command : ICommandConfiguration
{
    private static readonly IReadOnlyDictionary<string, string?> NoVariables = new Dictionary<string, string?>();

    public Command(string targetFilePath) => TargetFilePath = targetFilePath;

    private Command(Command original, string? targetFilePath = null)
    {
        TargetFilePath = targetFilePath ?? original.TargetFilePath;
        Arguments = original.Arguments;
        WorkingDirPath = original.WorkingDirPath;
        EnvironmentVariables = original.EnvironmentVariables;
        Validation = original.Validation;
        StandardInputPipe = original.StandardInputPipe;
        StandardOutputPipe = original.StandardOutputPipe;
        StandardErrorPipe = original.StandardErrorPipe;
    }

    public string TargetFilePath { get; }

    public string Arguments { get; private init; } = "";

    public string WorkingDirPath { get; private init; } = Directory.GetCurrentDirectory();

    public IReadOnlyDictionary<string, string?> EnvironmentVariables { get; private init; } = NoVariables;

    public CommandResultValidation Validation { get; private init; } = CommandResultValidation.ZeroExitCode;

    public PipeSource StandardInputPipe { get; private init; } = PipeSource.Null;

    public PipeTarget StandardOutputPipe { get; private init; } = PipeTarget.Null;

    public PipeTarget StandardErrorPipe { get; private init; } = PipeTarget.Null;

    public Command WithTargetFile(string targetFilePath) => new(this, targetFilePath);

    /// <summary>Takes an argument line as it is; its quoting is the caller's business.</summary>
    public Command WithArguments(string arguments) => new(this) { Arguments = arguments };

    public Command WithArguments(IEnumerable<string> arguments) => WithArguments(arguments, escape: true);

    public Command WithArguments(IEnumerable<string> arguments, bool escape) =>
        WithArguments(builder => builder.Add(arguments, escape));

    public Command WithArguments(Action<ArgumentsBuilder> configure)
    {
        var builder = new ArgumentsBuilder();
        configure(builder);
        return WithArguments(builder.Build());
    }

    public Command WithWorkingDirectory(string workingDirPath) => new(this) { WorkingDirPath = workingDirPath };

    public Command WithEnvironmentVariables(IReadOnlyDictionary<string, string?> environmentVariables) =>
        new(this) { EnvironmentVariables = environmentVariables };

    public Command WithEnvironmentVariables(Action<EnvironmentVariablesBuilder> configure)
    {
        var builder = new EnvironmentVariablesBuilder();
        configure(builder);
        return WithEnvironmentVariables(builder.Build());
    }

    public Command WithValidation(CommandResultValidation validation) => new(this) { Validation = validation };

    public Command WithStandardInputPipe(PipeSource source) => new(this) { StandardInputPipe = source };

    public Command WithStandardOutputPipe(PipeTarget target) => new(this) { StandardOutputPipe = target };

    public Command WithStandardErrorPipe(PipeTarget target) => new(this) { StandardErrorPipe = target };

    public override string ToString() => Arguments.Length == 0 ? TargetFilePath : $"{TargetFilePath} {Arguments}";
}
