using System.Collections.Concurrent;
using Athene.Dapr.Protocol.Grpc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Athene.Sidecar.Hosting;

/// <summary>One app at run time: where it listens, and where the sidecar listens for it.</summary>
internal sealed class HostedApp(SidecarApp app)
{
    public string Id => app.AppId;

    public int AppPort => app.AppPort;

    /// <summary>Whether the app serves anything that the sidecar could call.</summary>
    public bool HasChannel => app.AppPort > 0;

    /// <summary>Set once the app has answered the start-up calls; from then on <c>/v1.0/healthz</c> says 204.</summary>
    public bool IsReady { get; set; }

    public AppHealthCheck? HealthCheck => app.HealthCheck;

    /// <summary>The longest body or message that the app may send, in bytes.</summary>
    public int MaxBodySize => app.MaxBodySize ?? GrpcFrame.DefaultMaxMessageLength;

    /// <summary>False from when its health check has failed until it succeeds again.</summary>
    public bool IsHealthy { get; set; } = true;

    /// <summary>Labels given by <c>PUT /v1.0/metadata/{key}</c>.</summary>
    public ConcurrentDictionary<string, string> Labels { get; } = [];

    public ListenOptions? HttpListener { get; set; }

    public ListenOptions? GrpcListener { get; set; }

    public int HttpPort => HttpListener?.IPEndPoint?.Port ?? app.HttpPort;

    public int GrpcPort => GrpcListener?.IPEndPoint?.Port ?? app.GrpcPort;

    public Uri Address => new($"http://127.0.0.1:{app.AppPort}/");
}
