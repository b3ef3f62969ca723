namespace Athene.Dapr.Conformance.Targets;

/// <summary>Where an app and its sidecar find each other; the same over all restarts.</summary>
internal sealed record SidecarPorts(int Http, int Grpc, int App)
{
    public static SidecarPorts Take() => FreePort.Take(3) is [var http, var grpc, var app] ? new(http, grpc, app) : throw new InvalidOperationException("three ports were asked for");
}
