using Athene.EndToEnd.Tests.Supervision.Parts;

namespace Athene.EndToEnd.Tests.Supervision;

/// <summary>One supervised installation for the tests that do not disturb each other: each has a session of its own.</summary>
public sealed class SharedSupervision : IAsyncLifetime
{
    private SupervisedInstallation? place;

    internal SupervisedInstallation Place => place ?? throw new InvalidOperationException("The installation has not been started.");

    public async Task InitializeAsync() => place = await SupervisedInstallation.StartAsync();

    public async Task DisposeAsync()
    {
        if (place is not null) await place.DisposeAsync();
    }
}
