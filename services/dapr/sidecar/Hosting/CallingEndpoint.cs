namespace Athene.Sidecar.Hosting;

/// <summary>Which of the sidecar's ports a connection came in on, and so which app is calling.</summary>
internal sealed record CallingEndpoint(HostedApp App, bool IsGrpc);
