namespace Athene.Dapr.Tests.Workflow;

/// <summary>The workflows of the recordings, as their descriptions tell them.</summary>
internal static class RecordedWorkflows
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2.5);

    public static void Register(WorkflowRuntimeOptions options)
    {
        RegisterSteps(options);
        RegisterWaits(options);
        RegisterFailures(options);
        RegisterFamilies(options);
        RegisterOthers(options);
    }

    private static void RegisterSteps(WorkflowRuntimeOptions options)
    {
        options.RegisterWorkflow<string, string>("HelloWf", (context, name) => context.CallActivityAsync<string>("SayHello", name));
        options.RegisterWorkflow<Order, Order>("RecordWf", (context, order) => context.CallActivityAsync<Order>("DoubleOrder", order));
        options.RegisterWorkflow<string?, string?>("NullWf", (context, _) => context.CallActivityAsync<string?>("NullAct"));
        options.RegisterWorkflow<int, int>("ChainWf", async (context, number) =>
        {
            for (var i = 0; i < 3; i++) number = await context.CallActivityAsync<int>("AddOne", number);
            return number;
        });
        options.RegisterWorkflow<int, int>("FanWf", async (context, count) =>
            (await Task.WhenAll(Enumerable.Range(1, count).Select(i => context.CallActivityAsync<int>("Square", i)))).Sum());
        options.RegisterWorkflow<string, string>("SlowTwoWf", async (context, input) =>
            await context.CallActivityAsync<string>("SayHello", await context.CallActivityAsync<string>("Slow1500", input)));
        options.RegisterWorkflow<string, string>("TwoStepWf", async (context, input) =>
            $"{await context.CallActivityAsync<string>("SayHello", input)}|{await context.CallActivityAsync<string>("SlowFirst", input)}");
    }

    private static void RegisterWaits(WorkflowRuntimeOptions options)
    {
        options.RegisterWorkflow<double, string>("TimerWf", async (context, seconds) =>
        {
            await context.CreateTimer(TimeSpan.FromSeconds(seconds));
            return "fired";
        });
        options.RegisterWorkflow<string, string>("TimerThenActWf", async (context, input) =>
        {
            await context.CreateTimer(TimeSpan.FromSeconds(2));
            return await context.CallActivityAsync<string>("SayHello", input);
        });
        options.RegisterWorkflow<string, string>("EventWf", async (context, _) =>
            $"got {await context.WaitForExternalEventAsync<string>("go")}");
        options.RegisterWorkflow<string?, string[]>("EarlyEventWf", async (context, _) =>
        {
            await context.CreateTimer(Early);
            return [await context.WaitForExternalEventAsync<string>("go"), await context.WaitForExternalEventAsync<string>("go")];
        });
        options.RegisterWorkflow<int, string>("EventTimeoutWf", async (context, seconds) =>
        {
            try
            {
                return $"got {await context.WaitForExternalEventAsync<string>("go", TimeSpan.FromSeconds(seconds))}";
            }
            catch (TaskCanceledException)
            {
                return "timed out";
            }
        });
        options.RegisterWorkflow<int, string>("MixedWf", async (context, seconds) =>
        {
            var timer = context.CreateTimer(TimeSpan.FromSeconds(seconds));
            var activity = context.CallActivityAsync<int>("AddOne", 1);
            var raised = context.WaitForExternalEventAsync<string>("go");
            var first = await Task.WhenAny(timer, activity, raised);
            await Task.WhenAll(timer, activity, raised);
            return $"{(first == activity ? "activity" : "something else")} {await activity} {await raised}";
        });
    }

    private static void RegisterFailures(WorkflowRuntimeOptions options)
    {
        options.RegisterWorkflow<string, string>("ThrowWf", (_, input) =>
            throw new InvalidOperationException($"outer message {input}", new ArgumentException("inner")));
        options.RegisterWorkflow<int, string>("RetryWf", (context, attempts) => context.CallActivityAsync<string>(
            "Flaky", attempts, new WorkflowTaskOptions(new WorkflowRetryPolicy(3, TimeSpan.FromSeconds(1), 2))));
        options.RegisterWorkflow<string, string>("CompensateWf", async (context, item) =>
        {
            var reservation = await context.CallActivityAsync<string>("Reserve", item);
            try
            {
                return await context.CallActivityAsync<string>(
                    "Charge", item, new WorkflowTaskOptions(new WorkflowRetryPolicy(2, TimeSpan.FromSeconds(1))));
            }
            catch (WorkflowTaskFailedException failed)
            {
                await context.CallActivityAsync<bool>("Release", reservation);
                return $"compensated after {failed.FailureDetails.ErrorType}: {failed.FailureDetails.ErrorMessage}";
            }
        });
        options.RegisterWorkflow<string, string>("MissingActivityWf", (context, input) =>
            context.CallActivityAsync<string>("NoSuchActivity", input));
    }

    private static void RegisterFamilies(WorkflowRuntimeOptions options)
    {
        options.RegisterWorkflow<string, string[]>("ParentWf", async (context, input) =>
        [
            await context.CallChildWorkflowAsync<string>("HelloWf", $"{input}-a"),
            await context.CallChildWorkflowAsync<string>("HelloWf", $"{input}-b", new ChildWorkflowTaskOptions("child-explicit-1")),
        ]);
        options.RegisterWorkflow<string, string>("ParentOfFailingWf", async (context, input) =>
        {
            try
            {
                return await context.CallChildWorkflowAsync<string>("ThrowWf", input);
            }
            catch (WorkflowTaskFailedException failed)
            {
                return $"caught {failed.FailureDetails.ErrorType}: {failed.FailureDetails.ErrorMessage}";
            }
        });
        options.RegisterWorkflow<string, string>("ParentOfFailingUncaughtWf", (context, input) =>
            context.CallChildWorkflowAsync<string>("ThrowWf", input));
        options.RegisterWorkflow<string, string>("ParentOfWaitingWf", (context, child) =>
            context.CallChildWorkflowAsync<string>("EventWf", child, new ChildWorkflowTaskOptions("term-child-1")));
    }

    private static void RegisterOthers(WorkflowRuntimeOptions options)
    {
        options.RegisterWorkflow<int, string>("RoundsWf", async (context, round) =>
        {
            if (round == 1) await context.CreateTimer(Early);
            var payload = await context.WaitForExternalEventAsync<string>("tick");
            if (round == 3) return $"round 3 {payload}";
            context.SetCustomStatus($"round {round} {payload}");
            context.ContinueAsNew(round + 1);
            return "";
        });
        options.RegisterWorkflow<int, string>("DropRoundsWf", async (context, round) =>
        {
            if (round == 1)
            {
                await context.CreateTimer(Early);
                await context.WaitForExternalEventAsync<string>("tick");
                context.ContinueAsNew(2, preserveUnprocessedEvents: false);
                return "";
            }

            try
            {
                return await context.WaitForExternalEventAsync<string>("tick", TimeSpan.FromSeconds(1));
            }
            catch (TaskCanceledException)
            {
                return "events were dropped";
            }
        });
        options.RegisterWorkflow<string?, string>("StatusWf", async (context, _) =>
        {
            context.SetCustomStatus(new Progress("started", 0));
            await context.CallActivityAsync<int>("AddOne", 1);
            context.SetCustomStatus(new Progress("half", 50));
            await context.WaitForExternalEventAsync<string>("go");
            context.SetCustomStatus("done");
            return "ok";
        });
        options.RegisterWorkflow<string, string>("SenderWf", (context, receiver) =>
        {
            context.SendEvent(receiver, "go", "from sender-1");
            return Task.FromResult("sent");
        });
        options.RegisterWorkflow<string?, object[]>("GuidWf", async (context, _) =>
        {
            var before = context.NewGuid();
            await context.CallActivityAsync<int>("AddOne", 1);
            return [before, context.NewGuid(), context.CurrentUtcDateTime];
        });
        options.RegisterWorkflow<string?, bool>("PatchWf", async (context, _) =>
        {
            var patched = context.IsPatched("patch-1");
            await context.CallActivityAsync<int>("AddOne", 1);
            return patched;
        });
    }

    internal sealed record Order(string OrderId, int Qty, string? Note);

    private sealed record Progress(string StepName, int Percent);
}
