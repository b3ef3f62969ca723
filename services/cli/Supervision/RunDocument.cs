using System.Text.Json.Serialization;

namespace Athene.Cli.Supervision;

/// <summary>What runs for one home: the content of <c>ATHENE_HOME/run/up.json</c>, and the answer of <c>athene up --json</c>.</summary>
/// <param name="Services">The apps of <c>dapr.yaml</c>.</param>
/// <param name="StateDirectory">Where the embedded sidecar keeps all state.</param>
/// <param name="Sidecar">The embedded sidecar's process; null under Dapr, which brings its own.</param>
internal sealed record RunDocument(
    IReadOnlyList<RunningService> Services,
    string StateDirectory,
    string LogsDirectory,
    RunningService? Sidecar,
    ProcessIdentity Supervisor,
    DateTimeOffset StartedAt)
{
    /// <summary>Everything that was started, the sidecar included.</summary>
    [JsonIgnore]
    public IEnumerable<RunningService> All => Sidecar is null ? Services : [.. Services, Sidecar];

    /// <summary>Whether the run is complete: before that, <c>up</c> has not answered.</summary>
    [JsonIgnore]
    public bool IsReady => Services.Count > 0 && All.All(service => service.Healthy);
}
