using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Tests;

/// <summary>A real server on this machine, on a free port if none is given, for the other end of the wire.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private LocalServer(WebApplication application) => this.application = application;

    public Uri Address => new(application.Urls.Single());

    public IServiceProvider Services => application.Services;

    public static async Task<LocalServer> StartAsync(
        Action<WebApplication> map, HttpProtocols protocols = HttpProtocols.Http1, int port = 0, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        configure?.Invoke(builder);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        var application = builder.Build();
        map(application);
        await application.StartAsync();
        return new LocalServer(application);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
