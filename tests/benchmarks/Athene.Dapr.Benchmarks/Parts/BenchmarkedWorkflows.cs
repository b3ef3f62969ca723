using Athene.Dapr.Workflow;

namespace Athene.Dapr.Benchmarks.Parts;

/// <summary>Workflows whose activities do nothing, so that what is measured is the engine.</summary>
internal static class BenchmarkedWorkflows
{
    public const string Chain = nameof(Chain);

    public const string FanOut = nameof(FanOut);

    public const string Wait = nameof(Wait);

    public static void Register(WorkflowRuntimeOptions options)
    {
        options.RegisterActivity<int, int>("Nothing", (_, number) => Task.FromResult(number));
        options.RegisterWorkflow<int, int>(Chain, async (context, steps) =>
        {
            for (var step = 0; step < steps; step++) await context.CallActivityAsync<int>("Nothing", step);
            return steps;
        });
        options.RegisterWorkflow<int, int>(FanOut, async (context, width) =>
        {
            await Task.WhenAll(Enumerable.Range(0, width).Select(number => context.CallActivityAsync<int>("Nothing", number)));
            return width;
        });
        options.RegisterWorkflow<int, int>(Wait, (context, _) => context.WaitForExternalEventAsync<int>("go"));
    }
}
