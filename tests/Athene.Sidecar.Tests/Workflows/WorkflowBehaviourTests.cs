using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>What the recordings cannot be replayed for, or do not show.</summary>
public sealed class WorkflowBehaviourTests
{
    [Fact]
    public async Task Fan_out_gets_every_answer_whatever_the_order()
    {
        await using var host = await SidecarHost.StartAsync();
        using var client = new TaskHubClient(host.App.GrpcPort);
        using var work = client.OpenWork();
        var start = StartAsync(client, "Fan", "fan");
        await ScriptedWorker.AnswerAsync(client, await work.NextAsync());
        await start;

        List<WorkItem> activities = [];
        while (activities.Count < 5) activities.Add(await work.NextAsync());
        foreach (var activity in Enumerable.Reverse(activities)) await ScriptedWorker.AnswerAsync(client, activity);
        var worker = ScriptedWorker.RunAsync(client, work);
        (await CompletionAsync(client, "fan")).Output.ShouldBe("5");
        work.Dispose();
        await worker;
    }

    [Fact]
    public async Task Poison_turn_is_repeated_and_the_start_fails_in_the_end()
    {
        var clock = new FakeTimeProvider();
        await using var host = await SidecarHost.StartAsync(clock: clock);
        using var client = new TaskHubClient(host.App.GrpcPort);
        using var work = client.OpenWork();
        var start = StartAsync(client, "Poison", "poison");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var item = await work.NextAsync();
            item.WorkflowRequest.PastEvents.ShouldBeEmpty();
            await ScriptedWorker.AnswerAsync(client, item);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        var failure = await Should.ThrowAsync<GrpcException>(() => start);
        failure.Status.ShouldBe(GrpcStatus.Unknown);
        failure.Message.ShouldBe("actor is closed, cannot handle deactivated");
    }

    [Fact]
    public async Task Turn_of_a_worker_that_leaves_goes_to_the_next_one_unchanged()
    {
        await using var host = await SidecarHost.StartAsync();
        using var client = new TaskHubClient(host.App.GrpcPort);
        var first = client.OpenWork();
        var start = StartAsync(client, "Chain", "chain");
        var turn = await first.NextAsync();
        first.Dispose();
        using var second = client.OpenWork();
        (await second.NextAsync()).WorkflowRequest.ShouldBe(turn.WorkflowRequest);
        await ScriptedWorker.AnswerAsync(client, turn);
        await start;
    }

    [Fact]
    public async Task Activities_carry_the_trace_of_the_start()
    {
        await using var host = await SidecarHost.StartAsync();
        using var client = new TaskHubClient(host.App.GrpcPort);
        using var work = client.OpenWork();
        const string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var start = client.CallAsync("StartInstance", new CreateInstanceRequest { InstanceId = "chain", Name = "Chain" }, CreateInstanceResponse.Parser, trace);
        await ScriptedWorker.AnswerAsync(client, await work.NextAsync());
        await start;
        (await work.NextAsync()).ActivityRequest.ParentTraceContext.TraceParent.ShouldStartWith(trace[..36]);
    }

    [Fact]
    public async Task Stream_of_a_worker_ends_with_cancelled_when_the_sidecar_stops()
    {
        var host = await SidecarHost.StartAsync();
        using var client = new TaskHubClient(host.App.GrpcPort);
        using var work = client.OpenWork();
        await using (host)
        {
            var start = StartAsync(client, "Chain", "chain");
            await ScriptedWorker.AnswerAsync(client, await work.NextAsync());
            await start;
        }

        (await work.Ended).ShouldBe(GrpcStatus.Cancelled);
    }

    [Fact]
    public async Task Start_over_http_is_answered_when_a_worker_comes()
    {
        await using var host = await SidecarHost.StartAsync();
        var start = host.Http.PostAsync("/v1.0/workflows/dapr/HelloWf/start?instanceID=hello", null);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!(await host.Http.GetAsync("/v1.0/workflows/dapr/hello", limit.Token)).IsSuccessStatusCode) await Task.Delay(5, limit.Token);
        start.IsCompleted.ShouldBeFalse();
        using var client = new TaskHubClient(host.App.GrpcPort);
        using var work = client.OpenWork();
        ((int)(await start).StatusCode).ShouldBe(202);
    }

    [Fact]
    public async Task Wrong_token_is_refused_on_grpc_too()
    {
        await using var host = await SidecarHost.StartAsync(adjust: options => options with { ApiToken = "secret" });
        using var client = new TaskHubClient(host.App.GrpcPort);
        var failure = await Should.ThrowAsync<GrpcException>(() => StartAsync(client, "Chain", "chain"));
        failure.Status.ShouldBe(GrpcStatus.Unauthenticated);
    }

    [Fact]
    public async Task Finished_workflow_is_removed_after_its_retention()
    {
        var clock = new FakeTimeProvider();
        await using var host = await SidecarHost.StartAsync(clock: clock, adjust: options => options with { FinishedWorkflowRetention = TimeSpan.FromDays(1) });
        using var client = new TaskHubClient(host.App.GrpcPort);
        using var work = client.OpenWork();
        var start = StartAsync(client, "HelloWf", "hello");
        await ScriptedWorker.AnswerAsync(client, await work.NextAsync());
        await start;
        (await GetAsync(client, "hello")).Exists.ShouldBeTrue();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        for (var day = 0; day < 2; day++) clock.Advance(TimeSpan.FromDays(1));
        while ((await GetAsync(client, "hello")).Exists)
        {
            limit.Token.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromHours(1));
        }
    }

    private static Task<CreateInstanceResponse> StartAsync(TaskHubClient client, string name, string id) =>
        client.CallAsync("StartInstance", new CreateInstanceRequest { InstanceId = id, Name = name, Input = "\"x\"" }, CreateInstanceResponse.Parser);

    private static Task<GetInstanceResponse> GetAsync(TaskHubClient client, string id) =>
        client.CallAsync("GetInstance", new GetInstanceRequest { InstanceId = id }, GetInstanceResponse.Parser);

    private static async Task<WorkflowState> CompletionAsync(TaskHubClient client, string id) =>
        (await client.CallAsync("WaitForInstanceCompletion", new GetInstanceRequest { InstanceId = id, GetInputsAndOutputs = true }, GetInstanceResponse.Parser)).WorkflowState;
}
