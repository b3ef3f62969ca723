using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>What a command answered.</summary>
internal sealed record CommandOutcome(int ExitCode, string Out, string Error)
{
    /// <summary>The one JSON document on standard output.</summary>
    public T Json<T>() => JsonSerializer.Deserialize<T>(Out, AtheneJson.Options) ?? throw new InvalidOperationException($"'null' is no {typeof(T).Name}.");

    /// <summary>The problem that a command with <c>--json</c> ended with, wherever it printed it.</summary>
    public ProblemDocument Problem() => JsonSerializer.Deserialize<ProblemDocument>(Out.Trim().Length > 0 ? Out : Error, AtheneJson.Options)!;
}
