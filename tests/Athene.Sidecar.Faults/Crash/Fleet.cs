using System.Net;
using System.Text;

namespace Athene.Sidecar.Faults.Crash;

/// <summary>A sidecar and its app, both to be killed while they work.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(20);

    private Fleet(AppProcess app, SidecarProcess sidecar) => (App, Sidecar) = (app, sidecar);

    public AppProcess App { get; }

    public SidecarProcess Sidecar { get; }

    public static async Task<Fleet> StartAsync(bool diskCanBeFilled = false)
    {
        var app = new AppProcess();
        var fleet = new Fleet(app, new SidecarProcess(app.Port) { DiskCanBeFilled = diskCanBeFilled });
        await fleet.Sidecar.StartAsync();
        app.Start(fleet.Sidecar);
        // From the first introduction on every message waits for the app; before it only the newest are kept for whoever comes later.
        await Until.IsAsync(async () => await fleet.TryAsync(HttpMethod.Get, "/v1.0/healthz") is { Status: HttpStatusCode.NoContent }, () => "the app to be introduced");
        return fleet;
    }

    /// <summary>The messages that the app got, in order and with repetitions.</summary>
    public IReadOnlyList<string> Messages() => [.. Effects("message").Select(effect => effect[1])];

    /// <summary>The steps that the app took, each as workflow and number, in order and with repetitions.</summary>
    public IReadOnlyList<string> Squares() => [.. Effects("square").Select(effect => $"{effect[1]} {effect[2]}")];

    /// <summary>The actors that did what they were reminded of, in order and with repetitions.</summary>
    public IReadOnlyList<string> Worked() => [.. Effects("worked").Select(effect => effect[1])];

    /// <summary>Kills one of them, or both, and starts it again.</summary>
    public async Task KillOneAsync(Dice dice)
    {
        var whom = dice.Below(3);
        if (whom != 0) await App.KillAsync();
        if (whom != 1)
        {
            await Sidecar.KillAsync();
            await Sidecar.StartAsync();
        }

        if (whom != 0) App.Start(Sidecar);
    }

    /// <summary>Asks the sidecar once.</summary>
    /// <returns>Null when it did not answer: nobody knows what became of the request.</returns>
    public async Task<(HttpStatusCode Status, string Body, string? ETag)?> TryAsync(HttpMethod verb, string path, string? json = null, string? etag = null)
    {
        try
        {
            using var request = new HttpRequestMessage(verb, path);
            if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
            if (etag is not null) request.Headers.TryAddWithoutValidation("If-Match", etag);
            using var response = await Sidecar.Http.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.TryGetValues("ETag", out var values) ? values.Single() : null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            await Task.Delay(TryAgainAfter);
            return null;
        }
    }

    /// <summary>Asks again until it is done, as a careful client does.</summary>
    public async Task InsistAsync(HttpMethod verb, string path, string? json = null)
    {
        while (await TryAsync(verb, path, json) is not { Status: HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent }) await Task.Delay(TryAgainAfter);
    }

    /// <summary>What is stored, after an orderly stop.</summary>
    public async Task<IReadOnlyDictionary<string, long>> StopAndCountRowsAsync()
    {
        await Sidecar.StopAsync();
        return Fuzz.StoredRows.Count(Sidecar.StateFile);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Sidecar.DisposeAsync();
    }

    private IEnumerable<string[]> Effects(string kind) => App.Effects().Where(effect => effect[0] == kind);
}
