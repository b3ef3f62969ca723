using System.Net;
using Athene.Configuration;
using Athene.Contracts.Json;
using Athene.Hosting.Callers;
using Athene.Hosting.Errors;
using Athene.Hosting.Logging;
using Athene.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Athene.Hosting;

/// <summary>What every service of Athene has in common: its address, logs, telemetry, JSON, errors, and who may call it.</summary>
public static class AtheneDefaults
{
    /// <summary>The environment variable with the port to listen on; without it a free one is taken.</summary>
    public const string PortVariable = "APP_PORT";

    /// <summary>The environment variable that names the run of <c>athene up</c> which the service belongs to; <c>/healthz</c> says it again.</summary>
    public const string RunVariable = "ATHENE_RUN";

    /// <summary>How long a service may take to finish what it is doing once it is asked to stop.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Sets up the builder of the service <paramref name="service"/> (its Dapr app id).</summary>
    public static WebApplicationBuilder AddAtheneDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddAtheneObservability(service);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, builder.Configuration.GetValue(PortVariable, 0));
        });

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(AtheneHome.From(builder.Configuration[AtheneHome.Variable]));
        builder.Services.AddSingleton<CallerTokens>();
        builder.Services.AddSingleton<SessionRights>();
        builder.Services.TryAddSingleton<ISessionDirectory, NoSessions>();
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = AtheneJson.Options.Encoder;
            json.SerializerOptions.TypeInfoResolver = AtheneJson.Options.TypeInfoResolver;
            foreach (var converter in AtheneJson.Options.Converters) json.SerializerOptions.Converters.Add(converter);
        });
        return builder;
    }

    /// <summary>The logs and telemetry alone, for a process that is not a service (the sidecar).</summary>
    public static WebApplicationBuilder AddAtheneObservability(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.AddAtheneConsole(builder.Configuration, service);
        builder.AddAtheneTelemetry(service);
        return builder;
    }

    /// <summary>
    /// Puts errors and callers in front of all endpoints, and adds <c>GET /healthz</c>. Call it before mapping anything else.
    /// </summary>
    public static WebApplication MapAtheneDefaults(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => ProblemResponse.WriteStatusAsync(context.HttpContext));
        app.UseMiddleware<CallerMiddleware>();
        app.MapGet("/healthz", AnswerHealth).AllowAnyCaller();
        return app;
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Ok AnswerHealth(IConfiguration configuration, HttpResponse response)
    {
        if (configuration[RunVariable] is { Length: > 0 } run) response.Headers["Athene-Run"] = run;
        return TypedResults.Ok();
    }
}
