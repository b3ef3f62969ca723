using Athene.Dapr.Protocol;

namespace Athene.Dapr.Tests.Workflow;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Step_that_has_another_name_than_in_the_history_fails_the_instance_and_is_named()
    {
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, int>("Flow", (context, _) => context.CallActivityAsync<int>("New")));

        var answer = await runner.RunAsync(History.Turn(
            [History.TurnBegan(), History.Started("Flow"), History.Scheduled(0, "Old")],
            [History.TurnBegan(), History.Completed(0, "1")]));

        var failure = FailureOf(answer);
        failure.ErrorType.ShouldBe("Dapr.Workflow.NonDeterministicWorkflowException");
        failure.ErrorMessage.ShouldContain("activity 'Old' as step 0, where the code now does activity 'New'");
    }

    [Fact]
    public async Task Step_that_the_code_does_not_reach_any_more_fails_the_instance_and_is_named()
    {
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, int>("Flow", (_, _) => Task.FromResult(1)));

        var answer = await runner.RunAsync(History.Turn(
            [History.TurnBegan(), History.Started("Flow"), History.Scheduled(0, "Old")],
            [History.TurnBegan(), History.Completed(0, "1")]));

        FailureOf(answer).ErrorMessage.ShouldContain("activity 'Old' as step 0, which the code does not reach any more");
    }

    [Fact]
    public async Task Await_of_a_task_that_is_not_of_the_context_fails_the_instance()
    {
        var never = new TaskCompletionSource<int>();
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, int>("Flow", (_, _) => never.Task));

        var answer = await runner.RunAsync(History.FirstTurn("Flow"));

        FailureOf(answer).ErrorMessage.ShouldContain("awaits something that is not of its context");
    }

    [Fact]
    public async Task Use_of_the_context_from_another_thread_is_refused()
    {
        Exception? refusal = null;
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, int>("Flow", (context, _) =>
        {
            var other = new Thread(() => refusal = Record.Exception(() => context.NewGuid()));
            other.Start();
            other.Join();
            return context.CallActivityAsync<int>("Step");
        }));

        await runner.RunAsync(History.FirstTurn("Flow"));

        refusal.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("outside its turn");
    }

    [Fact]
    public async Task Continuation_that_asks_for_no_context_stays_on_the_thread_of_the_turn()
    {
        List<int> threads = [];
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, int>("Flow", async (context, _) =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            var one = await context.CallActivityAsync<int>("Step").ConfigureAwait(false);
            threads.Add(Environment.CurrentManagedThreadId);
            return one + await context.CallActivityAsync<int>("Step").ConfigureAwait(false);
        }));

        var answer = await runner.RunAsync(History.Turn(
            [History.TurnBegan(), History.Started("Flow"), History.Scheduled(0, "Step"), History.Completed(0, "1"), History.Scheduled(1, "Step")],
            [History.TurnBegan(), History.Completed(1, "2")]));

        ResultOf(answer).ShouldBe("3");
        threads.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Continuations_run_in_the_order_in_which_the_history_answered()
    {
        List<string> order = [];
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, string>("Flow", async (context, _) =>
        {
            await Task.WhenAll(NoteAsync("a"), NoteAsync("b"), NoteAsync("c"));
            return string.Concat(order);

            async Task NoteAsync(string name)
            {
                await context.CallActivityAsync<int>(name);
                order.Add(name);
            }
        }));

        var answer = await runner.RunAsync(History.Turn(
            [History.TurnBegan(), History.Started("Flow"), History.Scheduled(0, "a"), History.Scheduled(1, "b"), History.Scheduled(2, "c")],
            [History.TurnBegan(), History.Completed(2, "0"), History.Completed(0, "0"), History.Completed(1, "0")]));

        ResultOf(answer).ShouldBe("\"cab\"");
    }

    [Fact]
    public async Task Cancelled_timer_throws_and_the_workflow_goes_on()
    {
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, string>("Flow", async (context, _) =>
        {
            using var impatience = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), impatience.Token);
            await context.WaitForExternalEventAsync<string>("stop");
            impatience.Cancel();
            try
            {
                await timer;
                return "waited";
            }
            catch (TaskCanceledException)
            {
                return "stopped";
            }
        }));

        var answer = await runner.RunAsync(History.FirstTurn("Flow", History.Raised("STOP")));

        ResultOf(answer).ShouldBe("\"stopped\"");
    }

    [Fact]
    public async Task Replayed_steps_are_replaying_and_new_ones_are_not()
    {
        List<bool> replaying = [];
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, int>("Flow", async (context, _) =>
        {
            replaying.Add(context.IsReplaying);
            var result = await context.CallActivityAsync<int>("Step");
            replaying.Add(context.IsReplaying);
            return result;
        }));

        await runner.RunAsync(History.Turn(
            [History.TurnBegan(), History.Started("Flow"), History.Scheduled(0, "Step")],
            [History.TurnBegan(), History.Completed(0, "1")]));

        replaying.ShouldBe([true, false]);
    }

    [Fact]
    public async Task Input_that_does_not_fit_fails_the_instance()
    {
        var runner = Runners.Of(options => options.RegisterWorkflow<int, int>("Flow", (_, number) => Task.FromResult(number)));

        var answer = await runner.RunAsync(History.Turn([], [History.TurnBegan(), History.Started("Flow", "\"text\"")]));

        FailureOf(answer).ErrorType.ShouldBe("System.Text.Json.JsonException");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Only_so_many_steps_run_side_by_side(int limit)
    {
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, int[]>(
            "Flow", (context, _) => context.ProcessInParallelAsync(Enumerable.Range(0, 5), number => context.CallActivityAsync<int>("Step", number), limit)));

        (await runner.RunAsync(History.FirstTurn("Flow"))).Actions.Count.ShouldBe(limit);
    }

    [Fact]
    public async Task Instance_that_passed_a_question_before_the_patch_keeps_the_old_way()
    {
        var runner = Runners.Of(options => options.RegisterWorkflow<string?, bool>("Flow", async (context, _) =>
        {
            var patched = context.IsPatched("new-way");
            await context.CallActivityAsync<int>("Step");
            return patched;
        }));

        var answer = await runner.RunAsync(History.Turn(
            [History.TurnBegan(), History.Started("Flow"), History.Scheduled(0, "Step")],
            [History.TurnBegan(), History.Completed(0, "1")]));

        ResultOf(answer).ShouldBe("false");
        answer.Version.ShouldBeNull();
    }

    private static TaskFailureDetails FailureOf(WorkflowResponse answer)
    {
        var end = answer.Actions.ShouldHaveSingleItem().CompleteWorkflow;
        end.WorkflowStatus.ShouldBe(OrchestrationStatus.Failed);
        return end.FailureDetails;
    }

    private static string ResultOf(WorkflowResponse answer) => answer.Actions[^1].CompleteWorkflow.Result;
}
