using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Tests.Workflows;

namespace Athene.Sidecar.Tests.Durability;

/// <summary>kill -9 of the sidecar at each step: nothing that was acknowledged is lost, and everything goes on.</summary>
public sealed class KillTests
{
    /// <summary>A chain of three activities has seven items: turn, activity, turn, activity, turn, activity, turn.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public Task Workflow_goes_on_when_the_sidecar_is_killed_before_an_item_is_answered(int step) => KillAtAsync(step, afterTheAnswer: false);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public Task Workflow_goes_on_when_the_sidecar_is_killed_after_an_item_is_answered(int step) => KillAtAsync(step, afterTheAnswer: true);

    private static async Task KillAtAsync(int step, bool afterTheAnswer)
    {
        await using var sidecar = new SidecarProcess();
        await sidecar.StartAsync();
        using var before = new TaskHubClient(sidecar.GrpcPort);
        var started = before.CallAsync("StartInstance", new CreateInstanceRequest { InstanceId = "chain", Name = "Chain" }, CreateInstanceResponse.Parser);
        using (var work = before.OpenWork())
        {
            for (var item = 0; item < step; item++) await ScriptedWorker.AnswerAsync(before, await work.NextAsync());
            var last = await work.NextAsync();
            if (afterTheAnswer) await ScriptedWorker.AnswerAsync(before, last);
        }

        await sidecar.KillAsync();
        await Record.ExceptionAsync(() => started);
        await sidecar.StartAsync();

        using var after = new TaskHubClient(sidecar.GrpcPort);
        using var again = after.OpenWork();
        var worker = ScriptedWorker.RunAsync(after, again);
        var end = await after.CallAsync("WaitForInstanceCompletion", new GetInstanceRequest { InstanceId = "chain", GetInputsAndOutputs = true }, GetInstanceResponse.Parser);
        end.WorkflowState.WorkflowStatus.ShouldBe(OrchestrationStatus.Completed);
        end.WorkflowState.Output.ShouldBe("3");
        var history = await after.CallAsync("GetInstanceHistory", new GetInstanceHistoryRequest { InstanceId = "chain" }, GetInstanceHistoryResponse.Parser);
        history.Events.Where(item => item.TaskCompleted is not null).Select(item => item.TaskCompleted.TaskScheduledId).ShouldBe([0, 1, 2]);
        again.Dispose();
        await worker;
    }

    [Fact]
    public async Task Message_that_was_acknowledged_arrives_after_the_sidecar_was_killed()
    {
        var port = FreePort.Next();
        await using var sidecar = new SidecarProcess(port);
        const string subscriptions = """[{"pubsubname":"pubsub","topic":"t","route":"/on/t"}]""";
        await using (var app = await TestApp.StartAsync(port, subscriptions))
        {
            await sidecar.StartAsync();
            await PublishAsync(sidecar, "first");
            app.Next().Text.ShouldContain("first");
        }

        await PublishAsync(sidecar, "second");
        await sidecar.KillAsync();
        await sidecar.StartAsync();
        await using var back = await TestApp.StartAsync(port, subscriptions);
        // The app may have gone before its answer to the first one was read; then that comes again too.
        var received = back.Next().Text;
        if (received.Contains("first", StringComparison.Ordinal)) received = back.Next().Text;
        received.ShouldContain("second");
    }

    [Fact]
    public async Task Port_in_use_ends_the_process_with_a_message_that_names_it()
    {
        await using var app = await TestApp.StartAsync();
        await using var sidecar = new SidecarProcess();
        var text = (await File.ReadAllTextAsync(sidecar.AppsFile)).Replace($"\"grpcPort\":{sidecar.GrpcPort}", $"\"grpcPort\":{app.Port}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(sidecar.AppsFile, text);
        using var process = SidecarProcess.Launch(sidecar.AppsFile);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(1);
        error.ShouldContain($"{app.Port}");
    }

    [Fact]
    public async Task Second_sidecar_on_the_same_state_is_refused()
    {
        await using var host = await SidecarHost.StartAsync();
        var options = new SidecarOptions { StateDirectory = host.Directory.Combine("state"), Apps = [new SidecarApp("other", 0, 0, 0)] };
        var refusal = await Should.ThrowAsync<SidecarStartException>(() => Hosting.EmbeddedSidecar.StartAsync(options));
        refusal.Message.ShouldContain("in use by another sidecar");
    }

    private static async Task PublishAsync(SidecarProcess sidecar, string text)
    {
        using var content = new StringContent($"\"{text}\"", System.Text.Encoding.UTF8, "application/json");
        (await sidecar.Http.PostAsync("/v1.0/publish/pubsub/t", content)).EnsureSuccessStatusCode();
    }
}
