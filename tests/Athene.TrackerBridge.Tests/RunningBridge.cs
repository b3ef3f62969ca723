namespace Athene.TrackerBridge.Tests;

/// <summary>One tracker bridge for all tests of a class.</summary>
public sealed class RunningBridge : IAsyncLifetime
{
    public ServiceUnderTest Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await ServiceUnderTest.StartAsync("tracker-bridge", "Athene.TrackerBridge", []);

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
