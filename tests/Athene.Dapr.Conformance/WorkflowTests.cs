using System.Diagnostics;
using Athene.Dapr.Workflow.Client;

namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class WorkflowTests(ConformanceApp app)
{
    [ConformanceFact]
    public async Task Workflow_runs_its_activity_and_completes()
    {
        var ended = await RunAsync("Greet", "world");

        ended.RuntimeStatus.ShouldBe(WorkflowRuntimeStatus.Completed);
        ended.ReadInputAs<string>().ShouldBe("world");
        ended.ReadOutputAs<string>().ShouldBe("Hello, world!");
    }

    [ConformanceFact]
    public async Task Failure_of_an_activity_fails_the_workflow_with_its_reason()
    {
        var ended = await RunAsync("Fail", "it is Sunday");

        ended.RuntimeStatus.ShouldBe(WorkflowRuntimeStatus.Failed);
        ended.FailureDetails!.ErrorType.ShouldBe("Dapr.Workflow.WorkflowTaskFailedException");
        ended.FailureDetails.ErrorMessage.ShouldBe("Task failed: it is Sunday");
    }

    [ConformanceFact]
    public async Task Caught_failure_is_compensated_after_its_last_attempt()
    {
        var ended = await RunAsync("Compensate", "you");

        ended.ReadOutputAs<string[]>().ShouldBe(["no luck", "undid Hello, you!"]);
    }

    [ConformanceFact]
    public async Task Timer_holds_a_workflow_for_its_time()
    {
        var ended = await RunAsync("Wait", 300);

        ended.ReadOutputAs<string>().ShouldBe("waited");
        (ended.LastUpdatedAt - ended.CreatedAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(300));
    }

    [ConformanceFact]
    public async Task Event_ends_the_wait_for_it_whatever_the_case_of_its_name()
    {
        var id = await StartAsync("Listen", null);

        await app.Workflows.RaiseEventAsync(id, "WORD", "heard");

        (await EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("heard");
    }

    [ConformanceFact]
    public async Task Wait_with_a_time_out_gives_up() =>
        (await RunAsync("Doze", null)).ReadOutputAs<string>().ShouldBe("nobody spoke");

    [ConformanceFact]
    public async Task Terminated_workflow_ends_terminated()
    {
        var id = await StartAsync("Listen", null);

        await app.Workflows.TerminateWorkflowAsync(id, "enough");

        (await EndOfAsync(id)).RuntimeStatus.ShouldBe(WorkflowRuntimeStatus.Terminated);
    }

    [ConformanceFact]
    public async Task Suspended_workflow_says_so_until_it_is_resumed()
    {
        var id = await StartAsync("Listen", null);

        await app.Workflows.SuspendWorkflowAsync(id, "lunch");
        (await app.Workflows.GetWorkflowStateAsync(id))!.RuntimeStatus.ShouldBe(WorkflowRuntimeStatus.Suspended);
        await app.Workflows.ResumeWorkflowAsync(id);
        await app.Workflows.RaiseEventAsync(id, "word", "back");

        (await EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("back");
    }

    [ConformanceFact]
    public async Task Running_workflow_shows_its_custom_status()
    {
        var id = await StartAsync("Listen", null);

        var state = await app.Workflows.WaitForWorkflowStartAsync(id);

        state.IsWorkflowRunning.ShouldBeTrue();
        state.ReadCustomStatusAs<string>().ShouldBe("listening");
        await app.Workflows.TerminateWorkflowAsync(id);
    }

    [ConformanceFact]
    public async Task Activity_belongs_to_the_trace_of_whoever_started_the_workflow()
    {
        using var span = new Activity("starter").Start();

        (await RunAsync("Trace", null)).ReadOutputAs<string>().ShouldBe(span.TraceId.ToString());
    }

    [ConformanceFact]
    public async Task Child_workflow_hands_back_its_output() =>
        (await RunAsync("Adopt", "child")).ReadOutputAs<string>().ShouldBe("Hello, child!");

    [ConformanceFact]
    public async Task Continue_as_new_goes_on_with_the_new_input() =>
        (await RunAsync("Count", 0)).ReadOutputAs<int>().ShouldBe(3);

    [ConformanceFact]
    public async Task Second_start_under_a_running_id_is_refused()
    {
        var id = await StartAsync("Listen", null);

        var refused = await Should.ThrowAsync<DaprApiException>(() => StartAsync("Listen", null, id));

        refused.ErrorCode.ShouldBe("AlreadyExists");
        refused.Message.ShouldContain(id);
        await app.Workflows.TerminateWorkflowAsync(id);
    }

    [ConformanceFact]
    public async Task Unknown_instance_is_null_and_raising_in_it_is_refused()
    {
        var id = ConformanceApp.NewId();

        (await app.Workflows.GetWorkflowStateAsync(id)).ShouldBeNull();
        await Should.ThrowAsync<DaprApiException>(() => app.Workflows.RaiseEventAsync(id, "word"));
    }

    [ConformanceFact]
    public async Task Purged_instance_is_gone()
    {
        var id = await StartAsync("Greet", "world");
        await EndOfAsync(id);

        (await app.Workflows.PurgeInstanceAsync(id)).ShouldBeTrue();

        (await app.Workflows.GetWorkflowStateAsync(id)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task Activity_that_is_under_way_when_its_worker_is_killed_is_run_again()
    {
        var id = await StartAsync("Hold", ConformanceApp.NewId());
        var key = (await app.Workflows.GetWorkflowStateAsync(id))!.ReadInputAs<string>()!;
        await Eventually.IsAsync(() => SampleWorkflows.Begun.GetValueOrDefault(key) == 1);

        await app.RestartAppAsync();
        await Eventually.IsAsync(() => SampleWorkflows.Begun.GetValueOrDefault(key) == 2);
        SampleWorkflows.Gates[key].SetResult();

        (await EndOfAsync(id)).ReadOutputAs<string>().ShouldBe($"Hello, {key}! held");
    }

    [ConformanceFact]
    public async Task Activity_that_is_under_way_when_the_sidecar_restarts_is_not_run_twice_at_once()
    {
        var key = ConformanceApp.NewId();
        var id = await StartAsync("Hold", key);
        await Eventually.IsAsync(() => SampleWorkflows.Begun.GetValueOrDefault(key) == 1);

        await app.RestartSidecarAsync();
        await Eventually.IsAsync(async () => await app.Client.CheckOutboundHealthAsync());
        (await RunAsync("Greet", "again")).ReadOutputAs<string>().ShouldBe("Hello, again!");
        SampleWorkflows.Begun[key].ShouldBe(1);
        SampleWorkflows.Gates[key].SetResult();

        (await EndOfAsync(id)).ReadOutputAs<string>().ShouldBe($"Hello, {key}! held");
    }

    [ConformanceFact]
    public async Task Wait_for_the_end_outlives_a_restart_of_the_sidecar()
    {
        var id = await StartAsync("Listen", null);
        var end = EndOfAsync(id);

        await app.RestartSidecarAsync();
        await app.Workflows.RaiseEventAsync(id, "word", "still there");

        (await end).ReadOutputAs<string>().ShouldBe("still there");
    }

    [ConformanceFact]
    public async Task Instance_is_listed_and_its_history_is_told()
    {
        var id = await StartAsync("Greet", "world");
        await EndOfAsync(id);

        List<string> ids = [];
        for (string? token = null; ;)
        {
            var page = await app.Workflows.ListInstanceIdsAsync(token, pageSize: 100);
            ids.AddRange(page.InstanceIds);
            if ((token = page.ContinuationToken) is null) break;
        }

        ids.ShouldContain(id);
        (await app.Workflows.GetInstanceHistoryAsync(id)).Select(item => item.EventType).ShouldBe(
        [
            WorkflowHistoryEventType.OrchestratorStarted, WorkflowHistoryEventType.ExecutionStarted, WorkflowHistoryEventType.TaskScheduled,
            WorkflowHistoryEventType.OrchestratorStarted, WorkflowHistoryEventType.TaskCompleted, WorkflowHistoryEventType.ExecutionCompleted,
        ]);
    }

    private async Task<WorkflowState> RunAsync(string name, object? input) => await EndOfAsync(await StartAsync(name, input));

    private Task<string> StartAsync(string name, object? input, string? id = null) =>
        app.Workflows.ScheduleNewWorkflowAsync(name, id ?? ConformanceApp.NewId(), input).WaitAsync(ConformanceApp.Limit);

    private Task<WorkflowState> EndOfAsync(string id) =>
        app.Workflows.WaitForWorkflowCompletionAsync(id).WaitAsync(ConformanceApp.Limit);
}
