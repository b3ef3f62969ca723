using System.Net.Http.Json;

namespace Athene.Sidecar.Tests.Storage;

/// <summary>A state file that the first version of the sidecar wrote, and was killed over: a value, a message that its app has not had, a workflow that no worker has had.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task State_file_of_the_first_version_is_taken_over_with_all_that_was_due()
    {
        await using var app = await TestApp.StartAsync(subscriptions: """[{"pubsubname":"pubsub","topic":"orders","route":"/on/orders"}]""");
        await using var host = await SidecarHost.StartAsync(app.Port, adjust: TakeOver);

        (await host.Http.GetFromJsonAsync<Kept>("/v1.0/state/statestore/kept")).ShouldBe(new Kept("größer"));
        app.Next().Text.ShouldContain("""{"number":1}""");
        (await host.Http.GetStringAsync("/v1.0/workflows/dapr/waiting")).ShouldContain("PENDING");
    }

    private static SidecarOptions TakeOver(SidecarOptions options)
    {
        Directory.CreateDirectory(options.StateDirectory);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Storage", "first-version.db"), Path.Combine(options.StateDirectory, "sidecar.db"));
        return options;
    }

    private sealed record Kept(string Text);
}
