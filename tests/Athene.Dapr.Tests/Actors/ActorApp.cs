using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Tests.Actors;

/// <summary>An app that hosts actors, beside a sidecar that only stores their state and passes calls on.</summary>
internal sealed class ActorApp : IAsyncDisposable
{
    private readonly LocalServer app;

    private ActorApp(LocalServer app, PassingSidecar sidecar)
    {
        this.app = app;
        Sidecar = sidecar;
        Http = new HttpClient { BaseAddress = app.Address };
    }

    public PassingSidecar Sidecar { get; }

    /// <summary>Speaks to the app as a sidecar does.</summary>
    public HttpClient Http { get; }

    public IActorProxyFactory Proxies => app.Services.GetRequiredService<IActorProxyFactory>();

    public static async Task<ActorApp> StartAsync(Action<ActorRuntimeOptions> configure, Action<IServiceCollection>? services = null)
    {
        var sidecar = await PassingSidecar.StartAsync();
        var app = await LocalServer.StartAsync(
            application => application.MapActorsHandlers(),
            configure: builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("DAPR_HTTP_ENDPOINT", sidecar.Address.ToString())]);
                builder.Services.AddActors(configure);
                services?.Invoke(builder.Services);
            });
        sidecar.App = app.Address;
        return new ActorApp(app, sidecar);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await Sidecar.DisposeAsync();
    }
}
