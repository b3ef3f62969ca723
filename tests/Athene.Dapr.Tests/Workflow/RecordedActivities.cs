namespace Athene.Dapr.Tests.Workflow;

/// <summary>The activities of the recordings, without their pauses.</summary>
internal static class RecordedActivities
{
    public static void Register(WorkflowRuntimeOptions options)
    {
        var attempts = 0;
        options.RegisterActivity<string, string>("SayHello", (_, name) => Task.FromResult($"Hello, {name}!"));
        options.RegisterActivity<RecordedWorkflows.Order, RecordedWorkflows.Order>(
            "DoubleOrder", (_, order) => Task.FromResult(order with { Qty = order.Qty * 2 }));
        options.RegisterActivity<string?, string?>("NullAct", (_, input) => Task.FromResult(input));
        options.RegisterActivity<int, int>("AddOne", (_, number) => Task.FromResult(number + 1));
        options.RegisterActivity<int, int>("Square", (_, number) => Task.FromResult(number * number));
        options.RegisterActivity<int, string>("Flaky", (_, enough) => ++attempts < enough
            ? throw new InvalidOperationException($"attempt {attempts} failed")
            : Task.FromResult($"attempt {attempts} succeeded"));
        options.RegisterActivity<string, string>("Reserve", (_, item) => Task.FromResult($"reservation of {item}"));
        options.RegisterActivity<string, string>("Charge", (_, _) => throw new InvalidOperationException("card refused"));
        options.RegisterActivity<string, bool>("Release", (_, _) => Task.FromResult(true));
        options.RegisterActivity<string, string>("Slow1500", (_, input) => Task.FromResult(input));
        options.RegisterActivity<string, string>("SlowFirst", (_, input) => Task.FromResult($"slow {input}"));
    }
}
