namespace Athene.Cli.Run;

/// <summary>One app of a <see cref="RunTemplate"/>. A port of null is chosen at start.</summary>
/// <param name="Directory">Where the command runs, absolute.</param>
/// <param name="HealthCheck">Null when the app is taken for healthy as long as it listens.</param>
/// <param name="MaxBodySize">The longest body that the app may send to its sidecar, in bytes; null for Dapr's default.</param>
/// <param name="Environment">What the template adds to the app's environment.</param>
internal sealed record RunApp(
    string AppId,
    string Directory,
    IReadOnlyList<string> Command,
    int? AppPort,
    int? DaprHttpPort,
    int? DaprGrpcPort,
    IReadOnlyDictionary<string, string> Environment,
    RunHealthCheck? HealthCheck,
    int? MaxBodySize);
