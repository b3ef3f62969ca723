using System.Text.Json;

namespace Athene.Cli.Tests.Support;

/// <summary>What a command line left behind.</summary>
internal sealed record CliResult(ExitCode ExitCode, string Output, string Error)
{
    /// <summary>Standard output as the one JSON document that it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Standard error as the one problem that it must be.</summary>
    public JsonElement Problem => JsonDocument.Parse(Error).RootElement;

    public override string ToString() => $"{ExitCode}\n{Output}\n{Error}";
}
