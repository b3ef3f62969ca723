using Athene.Dapr.Workflow;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>Carries out plans. What each step comes to has the step's path as its name.</summary>
public static class PlanWorkflow
{
    public const string Name = "Plan";
    private const string ChildName = "ChildPlan";

    private static readonly TimeSpan LongTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(7);

    /// <param name="Round">Which execution this is, from 1.</param>
    /// <param name="Results">What the executions before came to.</param>
    public sealed record Input(Plan Plan, int Round, string Results);

    public sealed record ChildInput(Step.Child Child, string Path);

    public static void Register(WorkflowRuntimeOptions options, Ledger ledger)
    {
        options.RegisterWorkflow<Input, string>(Name, RunAsync);
        options.RegisterWorkflow<ChildInput, string>(ChildName, RunChildAsync);
        options.RegisterActivity<string, string>("Do", (context, path) => Task.FromResult($"{path}#{ledger.Do($"{context.InstanceId}|{path}", context.TaskExecutionKey)}"));
        options.RegisterActivity<Trouble, string>("Retry", (context, trouble) =>
        {
            var attempt = ledger.Do($"{context.InstanceId}|{trouble.Path}", context.TaskExecutionKey);
            return attempt < trouble.Failures ? throw new InvalidOperationException($"attempt {attempt}") : Task.FromResult($"{trouble.Path}#{attempt}");
        });
    }

    /// <summary>The names of the events that a client has to raise.</summary>
    public static IEnumerable<string> EventsOf(Plan plan) =>
        from round in Enumerable.Range(1, plan.Rounds)
        from item in plan.Steps.Select((step, index) => (step, index))
        where item.step is Step.Await { Comes: true }
        select PathOf($"{round}", item.index);

    private static async Task<string> RunAsync(WorkflowContext context, Input input)
    {
        var results = $"{input.Results};{await RunAsync(context, input.Plan.Steps, $"{input.Round}")}";
        if (input.Round < input.Plan.Rounds) context.ContinueAsNew(input with { Round = input.Round + 1, Results = results });
        else if (input.Plan.Fails) throw new InvalidOperationException(results);
        return results;
    }

    private static async Task<string> RunChildAsync(WorkflowContext context, ChildInput input)
    {
        var results = await RunAsync(context, input.Child.Steps, input.Path);
        return input.Child.Fails ? throw new InvalidOperationException(results) : results;
    }

    private static async Task<string> RunAsync(WorkflowContext context, IReadOnlyList<Step> steps, string path)
    {
        List<string> results = [];
        for (var i = 0; i < steps.Count; i++) results.Add(await RunAsync(context, steps[i], PathOf(path, i)));
        return $"[{string.Join(",", results)}]";
    }

    private static async Task<string> RunAsync(WorkflowContext context, Step step, string path)
    {
        switch (step)
        {
            case Step.Do:
                return await context.CallActivityAsync<string>("Do", path);
            case Step.Retry retry:
                return await RetryAsync(context, retry, path);
            case Step.Pause pause:
                await context.CreateTimer(TimeSpan.FromSeconds(pause.Seconds));
                return "paused";
            case Step.Await wait:
                return await AwaitAsync(context, wait, path);
            case Step.Tell:
                context.SendEvent(context.InstanceId, path, path);
                return await context.WaitForExternalEventAsync<string>(path);
            case Step.Abandon:
                _ = context.CallActivityAsync<string>("Do", $"{path}-abandoned");
                return "abandoned";
            case Step.Fan fan:
                return string.Concat(await Task.WhenAll(fan.Branches.Select((branch, index) => RunAsync(context, branch, PathOf(path, index)))));
            case Step.Child child:
                return await ChildAsync(context, child, path);
            case Step.Undo undo:
                return await UndoAsync(context, undo, path);
            case Step.Show:
                context.SetCustomStatus(path);
                return $"{context.NewGuid()}";
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private static async Task<string> RetryAsync(WorkflowContext context, Step.Retry retry, string path)
    {
        try
        {
            var policy = new WorkflowRetryPolicy(retry.Attempts, TimeSpan.FromSeconds(2), backoffCoefficient: 2);
            return await context.CallActivityAsync<string>("Retry", new Trouble(path, retry.Failures), new WorkflowTaskOptions(policy));
        }
        catch (WorkflowTaskFailedException failed)
        {
            return failed.FailureDetails.ErrorMessage;
        }
    }

    private static async Task<string> AwaitAsync(WorkflowContext context, Step.Await wait, string path)
    {
        if (!wait.GivesUp) return await context.WaitForExternalEventAsync<string>(path);
        try
        {
            return await context.WaitForExternalEventAsync<string>(path, wait.Comes ? LongTime : ShortTime);
        }
        catch (TaskCanceledException)
        {
            return "gave up";
        }
    }

    private static async Task<string> ChildAsync(WorkflowContext context, Step.Child child, string path)
    {
        try
        {
            return await context.CallChildWorkflowAsync<string>(ChildName, new ChildInput(child, path), new ChildWorkflowTaskOptions($"{context.InstanceId}:{path}"));
        }
        catch (WorkflowTaskFailedException failed)
        {
            return failed.FailureDetails.ErrorMessage;
        }
    }

    private static async Task<string> UndoAsync(WorkflowContext context, Step.Undo undo, string path)
    {
        var undone = new Stack<string>();
        try
        {
            for (var i = 0; i < undo.Steps.Count; i++)
            {
                await RunAsync(context, undo.Steps[i], PathOf(path, i));
                undone.Push($"{PathOf(path, i)}-undone");
            }

            return await context.CallActivityAsync<string>("Retry", new Trouble($"{path}-doomed", int.MaxValue));
        }
        catch (WorkflowTaskFailedException)
        {
            List<string> results = [];
            while (undone.TryPop(out var name)) results.Add(await context.CallActivityAsync<string>("Do", name));
            return string.Concat(results);
        }
    }

    private static string PathOf(string path, int index) => $"{path}.{index}";

    /// <param name="Failures">How many attempts fail.</param>
    private sealed record Trouble(string Path, int Failures);
}
