namespace Athene.Sidecar;

/// <summary>One app that the sidecar serves. A port of 0 for <paramref name="HttpPort"/> or <paramref name="GrpcPort"/> takes a free one.</summary>
/// <param name="AppId">The app's id, unique within the sidecar.</param>
/// <param name="AppPort">The port on 127.0.0.1 where the app itself listens; 0 when it serves nothing.</param>
/// <param name="HttpPort">Where the app finds the Dapr HTTP API.</param>
/// <param name="GrpcPort">Where the app finds the Dapr gRPC API (HTTP/2 without TLS).</param>
public sealed record SidecarApp(string AppId, int AppPort, int HttpPort, int GrpcPort)
{
    /// <summary>Null takes an app for healthy as long as it listens.</summary>
    public AppHealthCheck? HealthCheck { get; init; }

    /// <summary>The longest body or message that the app may send to the sidecar, in bytes; null for Dapr's default, 4 MiB. Invocations over HTTP have no limit.</summary>
    public int? MaxBodySize { get; init; }
}
