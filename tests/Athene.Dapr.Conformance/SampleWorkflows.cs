using System.Collections.Concurrent;
using System.Diagnostics;

namespace Athene.Dapr.Conformance;

/// <summary>Workflows in the shapes that services use.</summary>
internal static class SampleWorkflows
{
    /// <summary>How often each key's activity began, counted over restarts of the app.</summary>
    public static ConcurrentDictionary<string, int> Begun { get; } = new();

    /// <summary>Activities that hold until a test lets them go.</summary>
    public static ConcurrentDictionary<string, TaskCompletionSource> Gates { get; } = new();

    public static void Register(WorkflowRuntimeOptions options)
    {
        options.RegisterWorkflow<string, string>("Greet", (context, name) => context.CallActivityAsync<string>("Greeting", name));
        options.RegisterWorkflow<string, string>("Fail", (context, reason) => context.CallActivityAsync<string>("Throw", reason));
        options.RegisterWorkflow<string, string[]>("Compensate", CompensateAsync);
        options.RegisterWorkflow<int, string>("Wait", async (context, milliseconds) =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(milliseconds));
            return "waited";
        });
        options.RegisterWorkflow<string?, string>("Listen", async (context, _) =>
        {
            context.SetCustomStatus("listening");
            return await context.WaitForExternalEventAsync<string>("word");
        });
        options.RegisterWorkflow<string?, string>("Doze", async (context, _) =>
        {
            try
            {
                return await context.WaitForExternalEventAsync<string>("word", TimeSpan.FromMilliseconds(200));
            }
            catch (TaskCanceledException)
            {
                return "nobody spoke";
            }
        });
        options.RegisterWorkflow<string?, string>("Trace", (context, _) => context.CallActivityAsync<string>("TraceId"));
        options.RegisterActivity<string?, string>("TraceId", (_, _) => Task.FromResult($"{Activity.Current?.TraceId}"));
        options.RegisterWorkflow<string, string>("Adopt", (context, name) => context.CallChildWorkflowAsync<string>("Greet", name));
        options.RegisterWorkflow<int, int>("Count", async (context, number) =>
        {
            number = await context.CallActivityAsync<int>("Increment", number);
            if (number < 3) context.ContinueAsNew(number);
            return number;
        });
        options.RegisterWorkflow<int, int>("Chain", async (context, steps) =>
        {
            var number = 0;
            for (var step = 0; step < steps; step++) number = await context.CallActivityAsync<int>("Increment", number);
            return number;
        });
        options.RegisterWorkflow<string, string>("Hold", async (context, key) =>
            $"{await context.CallActivityAsync<string>("Greeting", key)} {await context.CallActivityAsync<string>("Gate", key)}");
        options.RegisterActivity<GreetingActivity>("Greeting");
        options.RegisterActivity<string, string>("Throw", (_, reason) => throw new InvalidOperationException(reason));
        options.RegisterActivity<string, string>("Undo", (_, step) => Task.FromResult($"undid {step}"));
        options.RegisterActivity<int, int>("Increment", (_, number) => Task.FromResult(number + 1));
        options.RegisterActivity<string, string>("Gate", async (_, key) =>
        {
            Begun.AddOrUpdate(key, 1, (_, count) => count + 1);
            await Gates.GetOrAdd(key, _ => new TaskCompletionSource()).Task;
            return "held";
        });
    }

    private static async Task<string[]> CompensateAsync(WorkflowContext context, string name)
    {
        var greeting = await context.CallActivityAsync<string>("Greeting", name);
        try
        {
            var policy = new WorkflowRetryPolicy(2, TimeSpan.FromMilliseconds(50));
            return [await context.CallActivityAsync<string>("Throw", "no luck", new WorkflowTaskOptions(policy))];
        }
        catch (WorkflowTaskFailedException failed)
        {
            return [failed.FailureDetails.ErrorMessage, await context.CallActivityAsync<string>("Undo", greeting)];
        }
    }

    private sealed class GreetingActivity(DaprClient client) : WorkflowActivity<string, string>
    {
        public override Task<string> RunAsync(WorkflowActivityContext context, string input)
        {
            ArgumentNullException.ThrowIfNull(client);
            return Task.FromResult($"Hello, {input}!");
        }
    }
}
