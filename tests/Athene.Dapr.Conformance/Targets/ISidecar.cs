namespace Athene.Dapr.Conformance.Targets;

/// <summary>A sidecar that the suite talks to, and starts and stops as it likes.</summary>
internal interface ISidecar : IAsyncDisposable
{
    SidecarPorts Ports { get; }

    /// <summary>Starts it, on the state that an earlier start left.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Stops it as an operator would (SIGTERM).</summary>
    Task StopAsync();
}
