using Athene.Dapr.Workflow.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Tests.Workflow;

/// <summary>Makes the part of the worker that does work items, without a sidecar.</summary>
internal static class Runners
{
    public static WorkItemRunner Of(Action<WorkflowRuntimeOptions> configure, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddDaprWorkflow(configure);
        services?.Invoke(collection);
        return collection.BuildServiceProvider().GetRequiredService<WorkItemRunner>();
    }
}
