using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Athene.Sidecar.Hosting;

/// <summary>Opens the ports: on 127.0.0.1, HTTP/1.1 for the HTTP API, HTTP/2 without TLS for gRPC.</summary>
internal static class SidecarListener
{
    /// <summary>Calls that one client may have waiting at the same time; each waiting workflow client is one.</summary>
    private const int MaxStreams = 10_000;

    public static void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
            kestrel.Limits.Http2.MaxStreamsPerConnection = MaxStreams;
            foreach (var app in kestrel.ApplicationServices.GetRequiredService<AppTable>().All)
            {
                kestrel.Listen(IPAddress.Loopback, app.HttpPort, listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    app.HttpListener = listen;
                    Mark(listen, new CallingEndpoint(app, IsGrpc: false));
                });
                kestrel.Listen(IPAddress.Loopback, app.GrpcPort, listen =>
                {
                    listen.Protocols = HttpProtocols.Http2;
                    app.GrpcListener = listen;
                    Mark(listen, new CallingEndpoint(app, IsGrpc: true));
                });
            }
        });
    }

    private static void Mark(ListenOptions listen, CallingEndpoint endpoint) => listen.Use(next => connection =>
    {
        connection.Features.Set(endpoint);
        return next(connection);
    });
}
