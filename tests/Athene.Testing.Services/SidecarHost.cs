using Athene.Sidecar;
using Athene.Sidecar.Hosting;

namespace Athene.Testing.Services;

/// <summary>A sidecar in this process, with a directory of its own and an app or two.</summary>
public sealed class SidecarHost : IAsyncDisposable
{
    public const string AppId = "myapp";

    private SidecarHost(EmbeddedSidecar sidecar, TemporaryDirectory directory)
    {
        Sidecar = sidecar;
        Directory = directory;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{App.HttpPort}") };
    }

    public EmbeddedSidecar Sidecar { get; }

    public TemporaryDirectory Directory { get; }

    public SidecarApp App => Sidecar.App(AppId);

    /// <summary>The HTTP API as <see cref="AppId"/> sees it.</summary>
    public HttpClient Http { get; }

    public static async Task<SidecarHost> StartAsync(
        int appPort = 0, IReadOnlyList<SidecarApp>? others = null, IReadOnlyDictionary<string, string>? resources = null, Func<SidecarOptions, SidecarOptions>? adjust = null,
        TimeProvider? clock = null)
    {
        var directory = new TemporaryDirectory();
        foreach (var (name, text) in resources ?? new Dictionary<string, string>())
        {
            System.IO.Directory.CreateDirectory(directory.Combine("resources"));
            await File.WriteAllTextAsync(directory.Combine("resources", name), text);
        }

        var options = new SidecarOptions
        {
            StateDirectory = directory.Combine("state"),
            ResourcesPath = resources is null ? null : directory.Combine("resources"),
            Apps = [new SidecarApp(AppId, appPort, 0, 0), .. others ?? []],
            ShutdownTimeout = TimeSpan.FromSeconds(1),
        };
        return new SidecarHost(await EmbeddedSidecar.StartAsync(adjust?.Invoke(options) ?? options, clock: clock), directory);
    }

    /// <summary>Waits until the app has been introduced (<c>/v1.0/healthz</c> says so).</summary>
    public async Task WhenReadyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while ((int)(await Http.GetAsync("/v1.0/healthz", limit.Token)).StatusCode != 204) await Task.Delay(5, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sidecar.DisposeAsync();
        Directory.Dispose();
    }
}
