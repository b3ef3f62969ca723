using Athene.Cli.Run;
using Athene.Configuration;

namespace Athene.Cli.Supervision;

/// <summary>What a supervisor is to run, and for which home.</summary>
/// <param name="ConfigurationFile">What the services get as <c>ATHENE_CONFIG</c>; null leaves them to find one.</param>
/// <param name="SidecarCommand">Starts the embedded sidecar; <c>--apps FILE</c> is added.</param>
/// <param name="ResolveArgument">Turns an argument of the template into one that can be run.</param>
internal sealed record SupervisorOptions(
    AtheneHome Home,
    RunTemplate Template,
    string? ConfigurationFile,
    IReadOnlyList<string> SidecarCommand,
    Func<string, string> ResolveArgument)
{
    /// <summary>How long everything may take to become healthy.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A program that runs this command line without building anything; agents get it as <c>athene</c>. Null leaves the services' default.</summary>
    public string? AgentCommand { get; init; }

    public RestartBackoff Backoff { get; init; } = RestartBackoff.Default;
}
