namespace Athene.Processes;

/// <summary>What is needed to start a process.</summary>
public interface ICommandConfiguration
{
    string TargetFilePath { get; }

    /// <summary>The argument line, each argument quoted where it needs to be.</summary>
    string Arguments { get; }

    string WorkingDirPath { get; }

    /// <summary>Variables on top of the inherited ones; null removes an inherited one.</summary>
    IReadOnlyDictionary<string, string?> EnvironmentVariables { get; }

    CommandResultValidation Validation { get; }

    PipeSource StandardInputPipe { get; }

    PipeTarget StandardOutputPipe { get; }

    PipeTarget StandardErrorPipe { get; }
}
