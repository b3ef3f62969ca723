using Athene.Dapr.Protocol;
using Athene.Sidecar.Tests.Workflows.Properties;
using Athene.Sidecar.Workflows;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>The engine without a port: limits, fairness, late answers, memory.</summary>
public sealed class EngineTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private EngineHost host;

    public EngineTests() => host = new EngineHost(clock, new WorkflowLimits());

    public void Dispose() => host.Dispose();

    [Fact]
    public void Late_answer_of_an_execution_that_has_ended_is_not_taken_for_the_next_ones()
    {
        Create("a");
        Answer(Schedule(Take().WorkflowRequest, 0, "old"), EndAs(OrchestrationStatus.ContinuedAsNew));
        var old = Take().ActivityRequest;
        Answer(Schedule(Take().WorkflowRequest, 0, "new"));

        host.Worker.Items.TryRead(out _).ShouldBeFalse("the new activity waits until the worker has answered the old one of its number");
        host.Engine.CompleteActivity(new ActivityResponse { InstanceId = "a", TaskId = old.TaskId, Result = "old result" });

        Take().ActivityRequest.Name.ShouldBe("new");
        host.Engine.CompleteActivity(new ActivityResponse { InstanceId = "a", TaskId = 0, Result = "new result" });
        Take().WorkflowRequest.NewEvents[^1].TaskCompleted.Result.ShouldBe("new result");
    }

    [Fact]
    public void Activity_held_back_goes_out_when_the_worker_with_the_old_one_leaves()
    {
        Create("a");
        Answer(Schedule(Take().WorkflowRequest, 0, "old"), EndAs(OrchestrationStatus.ContinuedAsNew));
        Take().ActivityRequest.Name.ShouldBe("old");
        Answer(Schedule(Take().WorkflowRequest, 0, "new"));

        host.BreakStream();

        Take().ActivityRequest.Name.ShouldBe("new");
    }

    [Fact]
    public void Answer_that_arrives_while_its_execution_ends_is_not_carried_over()
    {
        Create("a");
        Answer(Schedule(Take().WorkflowRequest, 0, "step"), Raise());
        var step = Take();
        var turn = Take();
        (step, turn) = step.ActivityRequest is null ? (turn, step) : (step, turn);
        host.Engine.CompleteActivity(new ActivityResponse { InstanceId = "a", TaskId = 0, Result = "late" });
        Answer(new WorkflowResponse { InstanceId = turn.WorkflowRequest.InstanceId }, EndAs(OrchestrationStatus.ContinuedAsNew));

        Take().WorkflowRequest.NewEvents.ShouldNotContain(item => item.TaskCompleted != null);
    }

    [Fact]
    public void Activities_in_excess_of_the_limit_wait_and_instances_take_turns()
    {
        host.Dispose();
        host = new EngineHost(clock, new WorkflowLimits(Activities: 1));
        foreach (var id in (ReadOnlySpan<string>)["big", "small"])
        {
            Create(id);
            var answer = new WorkflowResponse { InstanceId = id };
            for (var task = 0; task < (id == "big" ? 3 : 1); task++) answer.Actions.Add(Activity(task, $"{id}{task}"));
            while (Take() is { } item)
            {
                if (item.WorkflowRequest is null) continue;
                Answer(answer);
                break;
            }
        }

        List<string> order = [];
        for (var i = 0; i < 3; i++)
        {
            host.Engine.CompleteActivity(new ActivityResponse { InstanceId = order.Count == 0 ? "big" : order[^1][..^1], TaskId = order.Count == 0 ? 0 : order[^1][^1] - '0' });
            order.Add(TakeActivity().Name);
        }

        order.ShouldBe(["big1", "small0", "big2"]);
    }

    [Fact]
    public void Instance_whose_turn_no_message_can_carry_stalls_and_can_be_terminated()
    {
        Create("a");
        Answer(new WorkflowResponse { InstanceId = Take().WorkflowRequest.InstanceId });
        var large = new string('x', 1_500_000);
        for (var i = 0; i < 2; i++)
        {
            Raise(large)();
            Answer(new WorkflowResponse { InstanceId = Take().WorkflowRequest.InstanceId });
        }

        Raise(large)();

        host.Worker.Items.TryRead(out _).ShouldBeFalse();
        var state = host.Engine.Find("a")!;
        state.WorkflowStatus.ShouldBe(OrchestrationStatus.Stalled);
        state.FailureDetails.ErrorType.ShouldBe("PayloadTooLarge");
        host.Crash();
        host.Engine.Find("a")!.WorkflowStatus.ShouldBe(OrchestrationStatus.Stalled);

        host.Engine.TerminateAsync(new TerminateRequest { InstanceId = "a" }, CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();

        host.Engine.Find("a")!.WorkflowStatus.ShouldBe(OrchestrationStatus.Terminated);
        host.Engine.Purge("a", recursive: false).ShouldBe(1);
    }

    [Fact]
    public void Input_and_event_that_no_message_can_carry_are_refused()
    {
        var large = new string('x', 4 * 1024 * 1024 - 1000);
        Should.Throw<WorkflowException>(() => Create("a", large)).Fault.ShouldBe(WorkflowFault.TooLarge);
        Create("b");

        Should.Throw<WorkflowException>(() => host.Engine.Raise(new RaiseEventRequest { InstanceId = "b", Name = "e", Input = large })).Message.ShouldContain("Pass a reference");
    }

    [Fact]
    public void Result_that_no_message_can_carry_fails_its_activity()
    {
        Create("a");
        Answer(Schedule(Take().WorkflowRequest, 0, "step"));
        _ = Take();

        host.Engine.CompleteActivity(new ActivityResponse { InstanceId = "a", TaskId = 0, Result = new string('x', 4 * 1024 * 1024 - 1000) });

        Take().WorkflowRequest.NewEvents[^1].TaskFailed.FailureDetails.ErrorType.ShouldBe("PayloadTooLarge");
    }

    [Fact]
    public void Event_sent_by_a_workflow_arrives()
    {
        Create("receiver");
        Answer(new WorkflowResponse { InstanceId = Take().WorkflowRequest.InstanceId });
        Create("sender");
        var send = new SendEventAction { Instance = new Dapr.Protocol.WorkflowInstance { InstanceId = "receiver" }, Name = "go", Data = "1" };
        Answer(new WorkflowResponse { InstanceId = Take().WorkflowRequest.InstanceId, Actions = { new WorkflowAction { SendEvent = send } } });

        var raised = Take().WorkflowRequest;
        raised.InstanceId.ShouldBe("receiver");
        raised.NewEvents[^1].EventRaised.Input.ShouldBe("1");
        host.Engine.History("sender")[^1].EventSent.Name.ShouldBe("go");
    }

    [Fact]
    public void Step_in_another_app_fails_and_says_what_to_do()
    {
        Create("a");
        var answer = Schedule(Take().WorkflowRequest, 0, "step");
        answer.Actions[0].Router = new TaskRouter { TargetAppID = "other" };
        Answer(answer);

        Take().WorkflowRequest.NewEvents[^1].TaskFailed.FailureDetails.ErrorMessage.ShouldContain("service invocation");
    }

    [Fact]
    public void Version_that_the_worker_lacks_stalls_the_instance_until_another_worker_comes()
    {
        Create("a");
        var turn = Take().WorkflowRequest;
        Answer(new WorkflowResponse { InstanceId = "a", Actions = { new WorkflowAction { WorkflowVersionNotAvailable = new WorkflowVersionNotAvailableAction() } } });
        host.Engine.Find("a")!.WorkflowStatus.ShouldBe(OrchestrationStatus.Stalled);

        host.BreakStream();

        Take().WorkflowRequest.NewEvents[^1].ShouldBe(turn.NewEvents[^1]);
    }

    [Fact]
    public void Thousands_of_waiting_instances_are_not_in_memory_and_go_on_when_something_happens()
    {
        host.Dispose();
        host = new EngineHost(clock, new WorkflowLimits { RecordSize = 50_000 });
        for (var i = 0; i < 2_000; i++)
        {
            Create($"w{i}", "some input");
            Answer(new WorkflowResponse { InstanceId = Take().WorkflowRequest.InstanceId });
        }

        host.Engine.RecordsInMemory.ShouldBeLessThan(500);
        host.Crash();
        host.Engine.RecordsInMemory.ShouldBe(0);

        host.Engine.Raise(new RaiseEventRequest { InstanceId = "w1", Name = "go" });

        Take().WorkflowRequest.PastEvents.Count.ShouldBe(2);
    }

    [Fact]
    public void Timer_that_was_due_while_the_sidecar_was_down_fires_at_its_start()
    {
        Create("a");
        var timer = new CreateTimerAction { FireAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(clock.GetUtcNow().AddMinutes(5)) };
        Answer(new WorkflowResponse { InstanceId = Take().WorkflowRequest.InstanceId, Actions = { new WorkflowAction { CreateTimer = timer } } });
        host.CrashFor(TimeSpan.FromHours(1));
        clock.Advance(TimeSpan.Zero);

        Take().WorkflowRequest.NewEvents[^1].TimerFired.TimerId.ShouldBe(0);
    }

    [Fact]
    public void Finished_instances_are_purged_by_time_and_status_and_listed_in_pages()
    {
        foreach (var (id, status) in new[] { ("a", OrchestrationStatus.Completed), ("b", OrchestrationStatus.Failed), ("c", OrchestrationStatus.Completed) })
        {
            Create(id);
            Answer(new WorkflowResponse { InstanceId = Take().WorkflowRequest.InstanceId }, EndAs(status));
        }

        Create("d");
        host.Engine.Ids("", 2).ShouldBe(["a", "b"]);
        host.Engine.Ids("b", 10).ShouldBe(["c", "d"]);

        host.Engine.Purge(new PurgeInstanceFilter { RuntimeStatus = { OrchestrationStatus.Completed } }).ShouldBe(2);

        host.Engine.Ids("", 10).ShouldBe(["b", "d"]);
        host.Engine.PurgeByForce("d", recursive: true).ShouldBe(1);
        host.Engine.Find("d").ShouldBeNull();
    }

    private void Create(string id, string input = "") => host.Engine.Create(new CreateInstanceRequest { InstanceId = id, Name = "W", Input = input });

    private WorkItem Take() => host.Worker.Items.TryRead(out var item) ? item : throw new InvalidOperationException("There is no work.");

    private ActivityRequest TakeActivity()
    {
        while (true)
            if (Take().ActivityRequest is { } activity) return activity;
    }

    private void Answer(WorkflowResponse answer, WorkflowAction? end = null)
    {
        if (end is not null) answer.Actions.Add(end);
        host.Engine.CompleteTurn(answer);
    }

    private void Answer(WorkflowResponse answer, Action then)
    {
        host.Engine.CompleteTurn(answer);
        then();
    }

    private Action Raise(string input = "") => () => host.Engine.Raise(new RaiseEventRequest { InstanceId = "a", Name = "e", Input = input });

    private static WorkflowResponse Schedule(WorkflowRequest turn, int id, string name) => new() { InstanceId = turn.InstanceId, Actions = { Activity(id, name) } };

    private static WorkflowAction Activity(int id, string name) => new() { Id = id, ScheduleTask = new ScheduleTaskAction { Name = name } };

    private static WorkflowAction EndAs(OrchestrationStatus status) => new() { Id = 9, CompleteWorkflow = new CompleteWorkflowAction { WorkflowStatus = status } };
}
