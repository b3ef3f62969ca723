using System.Text;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Storage;

namespace Athene.Sidecar.Tests.PubSub;

/// <summary>What is kept for an app that does not come back.</summary>
public sealed class ForgottenAppTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Messages_are_kept_for_an_app_that_is_away_and_not_for_one_that_is_no_longer_configured(bool isConfigured, int kept)
    {
        using var directory = new TemporaryDirectory();
        var options = new SidecarOptions { StateDirectory = directory.Path, Apps = [new SidecarApp("publisher", 0, 0, 0)] };
        var away = await PublishToAbsentAsync(options);

        await using (await EmbeddedSidecar.StartAsync(isConfigured ? options with { Apps = [.. options.Apps, away] } : options))
        {
        }

        using var database = SidecarDatabase.Open(directory.Path);
        database.Read(sql => sql.First("SELECT count(*) FROM delivery", row => row.GetInt32(0))).ShouldBe(kept);
        database.Read(sql => sql.First("SELECT count(*) FROM subscription", row => row.GetInt32(0))).ShouldBe(kept);
    }

    /// <summary>Publishes one message to an app that has subscribed and gone.</summary>
    private static async Task<SidecarApp> PublishToAbsentAsync(SidecarOptions options)
    {
        var app = await TestApp.StartAsync(subscriptions: """[{"pubsubname":"pubsub","topic":"t","route":"/on/t"}]""");
        var subscriber = new SidecarApp("subscriber", app.Port, 0, 0);
        await using var sidecar = await EmbeddedSidecar.StartAsync(options with { Apps = [.. options.Apps, subscriber] });
        using var http = new HttpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await http.GetAsync($"http://127.0.0.1:{sidecar.App("subscriber").HttpPort}/v1.0/healthz", limit.Token)).IsSuccessStatusCode) await Task.Delay(5, limit.Token);
        await app.DisposeAsync();
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        (await http.PostAsync($"http://127.0.0.1:{sidecar.App("publisher").HttpPort}/v1.0/publish/pubsub/t", content, limit.Token)).EnsureSuccessStatusCode();
        return subscriber;
    }
}
