namespace Athene.Cli.Supervision;

/// <summary>One app in a <see cref="SidecarFile"/>: where it listens, and where it finds Dapr.</summary>
internal sealed record SidecarFileApp(string AppId, int AppPort, int HttpPort, int GrpcPort, Run.RunHealthCheck? HealthCheck, int? MaxBodySize);
