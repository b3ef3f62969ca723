using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Tests.Grpc;
using Athene.Dapr.Workflow.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Dapr.Tests.Workflow;

public sealed class WorkflowWorkerTests
{
    [Fact]
    public async Task Worker_comes_back_when_the_stream_ends_and_answers_what_it_is_sent_then()
    {
        await using var hub = await StubTaskHub.StartAsync();
        using var worker = await StartAsync(hub, RecordedActivities.Register);
        hub.Work.Writer.TryWrite(null);
        hub.Work.Writer.TryWrite(null);

        hub.Work.Writer.TryWrite(Call("AddOne", "41"));

        (await hub.NextAsync<ActivityResponse>()).Result.ShouldBe("42");
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Worker_that_starts_before_its_sidecar_finds_it_later()
    {
        var gone = await StubTaskHub.StartAsync();
        var connection = gone.Connection;
        await gone.DisposeAsync();
        using var worker = new WorkflowWorker(
            new TaskHub(connection), Runners.Of(RecordedActivities.Register), TimeProvider.System, NullLogger<WorkflowWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);

        await using var hub = await StubTaskHub.StartAsync(connection.Address.Port);

        await hub.NextAsync<GetWorkItemsRequest>();
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Activity_that_is_sent_again_while_it_runs_runs_once()
    {
        var begun = 0;
        var gate = new TaskCompletionSource();
        await using var hub = await StubTaskHub.StartAsync();
        using var worker = await StartAsync(hub, options =>
        {
            options.RegisterActivity<string?, int>("Slow", async (_, _) =>
            {
                Interlocked.Increment(ref begun);
                await gate.Task;
                return begun;
            });
            options.RegisterActivity<string?, int>("Release", (_, _) =>
            {
                gate.SetResult();
                return Task.FromResult(0);
            });
        });

        hub.Work.Writer.TryWrite(Call("Slow", "", taskId: 1));
        hub.Work.Writer.TryWrite(Call("Slow", "", taskId: 1));
        hub.Work.Writer.TryWrite(Call("Release", "", taskId: 2));

        var answers = new[] { await hub.NextAsync<ActivityResponse>(), await hub.NextAsync<ActivityResponse>() };
        answers.Single(answer => answer.TaskId == 1).Result.ShouldBe("1");
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Result_over_the_limit_fails_the_activity_with_what_to_do()
    {
        await using var hub = await StubTaskHub.StartAsync();
        using var worker = await StartAsync(hub, options => options.RegisterActivity<string?, string>(
            "Long", (_, _) => Task.FromResult(new string('x', GrpcFrame.DefaultMaxMessageLength))));

        hub.Work.Writer.TryWrite(Call("Long", ""));

        (await hub.NextAsync<ActivityResponse>()).FailureDetails.ErrorMessage.ShouldContain("Pass a reference");
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Worker_that_stops_finishes_what_it_has_begun()
    {
        var begun = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        await using var hub = await StubTaskHub.StartAsync();
        using var worker = await StartAsync(hub, options => options.RegisterActivity<string?, int>("Slow", async (_, _) =>
        {
            begun.SetResult();
            await gate.Task;
            return 1;
        }));
        hub.Work.Writer.TryWrite(Call("Slow", ""));
        await begun.Task;

        var stop = worker.StopAsync(CancellationToken.None);
        stop.IsCompleted.ShouldBeFalse();
        gate.SetResult();

        (await hub.NextAsync<ActivityResponse>()).Result.ShouldBe("1");
        await stop;
    }

    [Fact]
    public async Task Token_of_an_item_comes_back_with_its_answer()
    {
        await using var hub = await StubTaskHub.StartAsync();
        using var worker = await StartAsync(hub, RecordedActivities.Register);
        var item = Call("AddOne", "1");
        item.CompletionToken = "token-1";

        hub.Work.Writer.TryWrite(item);

        (await hub.NextAsync<ActivityResponse>()).CompletionToken.ShouldBe("token-1");
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Worker_says_hello_every_thirty_seconds()
    {
        var clock = new FakeTimeProvider();
        await using var hub = await StubTaskHub.StartAsync();
        using var worker = await StartAsync(hub, RecordedActivities.Register, clock);
        await hub.NextAsync<GetWorkItemsRequest>();

        clock.Advance(TimeSpan.FromSeconds(30));

        await hub.NextAsync<Google.Protobuf.WellKnownTypes.Empty>();
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Sidecar_that_does_not_answer_the_hello_is_left_for_a_new_stream()
    {
        var clock = new FakeTimeProvider();
        await using var hub = await StubTaskHub.StartAsync();
        hub.Answer = context =>
        {
            StubTaskHub.End(context, GrpcStatus.Unavailable, "half gone");
            return Task.CompletedTask;
        };
        using var worker = await StartAsync(hub, RecordedActivities.Register, clock);
        await hub.NextAsync<GetWorkItemsRequest>();

        clock.Advance(TimeSpan.FromSeconds(30));

        await hub.NextAsync<GetWorkItemsRequest>();
        await worker.StopAsync(CancellationToken.None);
    }

    private static async Task<WorkflowWorker> StartAsync(
        StubTaskHub hub, Action<WorkflowRuntimeOptions> configure, TimeProvider? time = null)
    {
        var worker = new WorkflowWorker(
            new TaskHub(hub.Connection), Runners.Of(configure), time ?? TimeProvider.System, NullLogger<WorkflowWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);
        return worker;
    }

    private static WorkItem Call(string activity, string input, int taskId = 0) => new()
    {
        ActivityRequest = new ActivityRequest
        {
            Name = activity,
            Input = input,
            TaskId = taskId,
            WorkflowInstance = new WorkflowInstance { InstanceId = "instance-1" },
        },
    };
}
