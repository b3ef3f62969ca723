using Athene.Dapr.Grpc;
using Athene.Dapr.Workflow.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Athene.Dapr.Workflow;

/// <summary>Adds Dapr workflows to an app.</summary>
public static class WorkflowServiceCollectionExtensions
{
    /// <summary>Registers workflows and activities, the worker that runs them, and the client that starts them.</summary>
    /// <param name="serviceCollection">The app's services.</param>
    /// <param name="configure">Registers the workflows and activities.</param>
    /// <param name="lifetime">The lifetime of the client.</param>
    public static IServiceCollection AddDaprWorkflow(
        this IServiceCollection serviceCollection,
        Action<WorkflowRuntimeOptions> configure,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        serviceCollection.AddDaprWorkflowClient(lifetime);
        serviceCollection.AddOptions<WorkflowRuntimeOptions>().Configure(configure);
        serviceCollection.TryAddSingleton<WorkItemRunner>();
        serviceCollection.AddHostedService<WorkflowWorker>();
        return serviceCollection;
    }

    /// <summary>Registers only the client, for an app that starts workflows of others.</summary>
    public static IServiceCollection AddDaprWorkflowClient(
        this IServiceCollection services, ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(CreateHub);
        services.TryAdd(new ServiceDescriptor(
            typeof(DaprWorkflowClient),
            provider => new DaprWorkflowClient(provider.GetRequiredService<TaskHub>(), provider.GetRequiredService<TimeProvider>()),
            lifetime));
        services.TryAdd(new ServiceDescriptor(
            typeof(IDaprWorkflowClient), provider => provider.GetRequiredService<DaprWorkflowClient>(), lifetime));
        return services;
    }

    private static TaskHub CreateHub(IServiceProvider provider)
    {
        var configuration = provider.GetService<IConfiguration>();
        var address = new Uri(DaprDefaults.GrpcEndpoint(configuration));
        return new TaskHub(new GrpcConnection(address, DaprDefaults.ApiToken(configuration), SidecarConnections.Invoker));
    }
}
