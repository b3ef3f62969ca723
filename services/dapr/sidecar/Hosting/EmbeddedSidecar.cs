using Athene.Sidecar.Actors;
using Athene.Sidecar.Grpc;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.PubSub;
using Athene.Sidecar.Resources;
using Athene.Sidecar.Secrets;
using Athene.Sidecar.State;
using Athene.Sidecar.Storage;
using Athene.Sidecar.Workflows;
using Athene.Sidecar.Workflows.Grpc;

namespace Athene.Sidecar.Hosting;

/// <summary>A running sidecar: one process or, in tests, one object, with an HTTP and a gRPC port for each app.</summary>
public sealed partial class EmbeddedSidecar : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly AppTable apps;

    private EmbeddedSidecar(WebApplication application)
    {
        this.application = application;
        apps = application.Services.GetRequiredService<AppTable>();
    }

    /// <summary>Starts; when this returns all ports are open.</summary>
    /// <exception cref="SidecarStartException">A port, the state file or a resource file is not usable; the message says which.</exception>
    public static async Task<EmbeddedSidecar> StartAsync(
        SidecarOptions options, Action<WebApplicationBuilder>? configure = null, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        Register(builder.Services, options, clock ?? TimeProvider.System);
        SidecarListener.Configure(builder);

        var application = builder.Build();
        try
        {
            // Made now and not with the first request: what was under way must go on, whoever calls.
            _ = application.Services.GetRequiredService<WorkflowEngines>();
            Map(application);
            var logger = application.Services.GetRequiredService<ILogger<EmbeddedSidecar>>();
            foreach (var remark in application.Services.GetRequiredService<ResourceSet>().Remarks) LogRemark(logger, remark);
            await application.StartAsync(cancellationToken);
            return new EmbeddedSidecar(application);
        }
        catch (IOException e)
        {
            await application.DisposeAsync();
            throw new SidecarStartException($"A port is not free: {e.Message} Choose another port, or stop what listens there.", e);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where an app finds its sidecar, with the actual ports where 0 was asked for.</summary>
    public SidecarApp App(string appId) => apps.Find(appId) is { } app
        ? new SidecarApp(app.Id, app.AppPort, app.HttpPort, app.GrpcPort)
        : throw new ArgumentException($"'{appId}' is not one of this sidecar's apps.", nameof(appId));

    /// <summary>Runs until the process is told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => application.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    private static void Register(IServiceCollection services, SidecarOptions options, TimeProvider clock)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton(new AppTable(options));
        services.AddSingleton(ResourceReader.Read(options.ResourcesPath, [.. options.Apps.Select(app => app.AppId)]));
        services.AddSingleton(_ => SidecarDatabase.Open(options.StateDirectory, options.Synchronous));
        services.AddSingleton<AppChannel>();
        services.AddSingleton<StateStore>();
        services.AddSingleton<MessageStore>();
        services.AddSingleton<DeliveryClient>();
        services.AddSingleton<Broker>();
        services.AddSingleton<WorkflowEngines>();
        services.AddSingleton<StateStores>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<SecretStores>();
        services.AddSingleton<AppInvoker>();
        services.AddSingleton<SidecarMetadata>();
        RegisterHttp(services);
        RegisterGrpc(services);
        services.AddActors();
        services.AddHostedService<AppIntroduction>();
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<DeliveryDrain>();
    }

    private static void RegisterHttp(IServiceCollection services)
    {
        services.AddSingleton<ActorApi>();
        services.AddSingleton<StateApi>();
        services.AddSingleton<PublishApi>();
        services.AddSingleton<InvocationApi>();
        services.AddSingleton<SecretsApi>();
        services.AddSingleton<MetadataApi>();
        services.AddSingleton<WorkflowApi>();
    }

    private static void RegisterGrpc(IServiceCollection services)
    {
        services.AddSingleton<StateCalls>();
        services.AddSingleton<PublishCalls>();
        services.AddSingleton<InvocationCalls>();
        services.AddSingleton<SecretCalls>();
        services.AddSingleton<MetadataCalls>();
        services.AddSingleton<ActorCalls>();
        services.AddSingleton<IGrpcService, RuntimeService>();
        services.AddSingleton<IGrpcService, TaskHubService>();
        services.AddSingleton<GrpcRouter>();
    }

    private static void Map(WebApplication application)
    {
        var services = application.Services;
        application.MapWhen(context => context.Endpoint().IsGrpc, grpc => grpc.Run(services.GetRequiredService<GrpcRouter>().InvokeAsync));
        application.UseMiddleware<DaprErrors>();
        application.UseMiddleware<BodyLimit>();
        application.UseMiddleware<TraceHeader>();
        application.UseMiddleware<ApiTokenGate>();
        application.UseRouting();
        HealthApi.Map(application);
        services.GetRequiredService<MetadataApi>().Map(application);
        services.GetRequiredService<StateApi>().Map(application);
        services.GetRequiredService<ActorApi>().Map(application);
        services.GetRequiredService<PublishApi>().Map(application);
        services.GetRequiredService<SecretsApi>().Map(application);
        services.GetRequiredService<WorkflowApi>().Map(application);
        services.GetRequiredService<InvocationApi>().Map(application);
    }

    [LoggerMessage(LogLevel.Warning, "Not followed: {Remark}")]
    private static partial void LogRemark(ILogger logger, string remark);
}
