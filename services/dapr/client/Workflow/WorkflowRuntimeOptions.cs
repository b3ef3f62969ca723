using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Workflow;

/// <summary>Which workflows and activities this app runs. Every replica of an app must register the same.</summary>
public sealed class WorkflowRuntimeOptions
{
    private readonly Dictionary<string, Func<IServiceProvider, IWorkflow>> workflows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<IServiceProvider, IWorkflowActivity>> activities = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, Func<IServiceProvider, IWorkflow>> Workflows => workflows;

    internal IReadOnlyDictionary<string, Func<IServiceProvider, IWorkflowActivity>> Activities => activities;

    /// <summary>Registers a workflow class under <paramref name="name"/>, or under the class's name.</summary>
    public void RegisterWorkflow<TWorkflow>(string? name = null) where TWorkflow : class, IWorkflow =>
        workflows[name ?? typeof(TWorkflow).Name] = Constructor<TWorkflow>.Create;

    /// <summary>Registers a function as a workflow.</summary>
    public void RegisterWorkflow<TInput, TOutput>(string name, Func<WorkflowContext, TInput, Task<TOutput>> implementation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        workflows[name] = _ => new FunctionWorkflow<TInput, TOutput>(implementation);
    }

    /// <summary>Registers an activity class under <paramref name="name"/>, or under the class's name.</summary>
    public void RegisterActivity<TActivity>(string? name = null) where TActivity : class, IWorkflowActivity =>
        activities[name ?? typeof(TActivity).Name] = Constructor<TActivity>.Create;

    /// <summary>Registers a function as an activity.</summary>
    public void RegisterActivity<TInput, TOutput>(string name, Func<WorkflowActivityContext, TInput, Task<TOutput>> implementation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        activities[name] = _ => new FunctionActivity<TInput, TOutput>(implementation);
    }

    private static class Constructor<T> where T : class
    {
        private static readonly ObjectFactory<T> Factory =
            ActivatorUtilities.CreateFactory<T>([]);

        public static T Create(IServiceProvider services) => Factory(services, []);
    }

    private sealed class FunctionWorkflow<TInput, TOutput>(Func<WorkflowContext, TInput, Task<TOutput>> function)
        : Workflow<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(WorkflowContext context, TInput input) => function(context, input);
    }

    private sealed class FunctionActivity<TInput, TOutput>(Func<WorkflowActivityContext, TInput, Task<TOutput>> function)
        : WorkflowActivity<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(WorkflowActivityContext context, TInput input) => function(context, input);
    }
}
