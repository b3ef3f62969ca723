using System.Text.Json.Serialization;

namespace Athene.Cli.Supervision;

/// <summary>A process that the supervisor keeps alive.</summary>
/// <param name="Pid">Its process id; 0 while it is being restarted.</param>
/// <param name="Port">Where it listens on 127.0.0.1; for the sidecar, the first app's Dapr HTTP port.</param>
/// <param name="Restarts">How often it died and was started again.</param>
internal sealed record RunningService(
    string AppId, int Pid, int Port, bool Healthy, DateTimeOffset? StartTime, int DaprHttpPort, int DaprGrpcPort, int Restarts)
{
    /// <summary>The process, to be told from another one that got the same id later.</summary>
    [JsonIgnore]
    public ProcessIdentity? Identity => StartTime is { } start && Pid > 0 ? new ProcessIdentity(Pid, start) : null;
}
