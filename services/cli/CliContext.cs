using Athene.Configuration;

namespace Athene.Cli;

/// <summary>What a command may know of the process it runs in; tests make their own.</summary>
/// <param name="Interactive">Whether standard output is a terminal.</param>
/// <param name="Colour">Whether standard output takes colours.</param>
/// <param name="Variable">Reads an environment variable; null when it is absent.</param>
internal sealed record CliContext(
    TextReader In,
    TextWriter Out,
    TextWriter Error,
    bool Interactive,
    bool Colour,
    Func<string, string?> Variable,
    string WorkingDirectory,
    TimeProvider Time)
{
    public AtheneHome Home => AtheneHome.From(Variable(AtheneHome.Variable));

    public static CliContext OfProcess() => new(
        Console.In,
        Console.Out,
        Console.Error,
        Interactive: !Console.IsOutputRedirected,
        Colour: !Console.IsOutputRedirected && TakesColours(),
        Environment.GetEnvironmentVariable,
        Environment.CurrentDirectory,
        TimeProvider.System);

    /// <summary>An environment variable, with an empty one read as absent.</summary>
    public string? VariableOrNull(string name) => Variable(name) is { Length: > 0 } value ? value : null;

    // https://no-color.org: any value but the empty one turns colours off.
    private static bool TakesColours() =>
        Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") is not "dumb";
}
