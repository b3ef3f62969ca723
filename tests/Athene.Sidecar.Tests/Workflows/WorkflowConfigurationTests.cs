using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>What Configuration files and requests can ask for, and what is refused.</summary>
public sealed class WorkflowConfigurationTests
{
    [Fact]
    public async Task Retention_of_a_configuration_removes_by_how_an_instance_ended()
    {
        var clock = new FakeTimeProvider();
        await using var host = await SidecarHost.StartAsync(clock: clock, resources: File("stateRetentionPolicy: { completed: 1m, anyTerminal: 360h }"));
        using var client = new TaskHubClient(host.App.GrpcPort);
        using var work = client.OpenWork();
        var worker = ScriptedWorker.RunAsync(client, work);
        await StartAsync(client, new CreateInstanceRequest { InstanceId = "completed", Name = "HelloWf", Input = "\"x\"" });
        await StartAsync(client, new CreateInstanceRequest { InstanceId = "failed", Name = "ThrowWf" });

        clock.Advance(TimeSpan.FromMinutes(1));

        (await GetAsync(client, "completed")).Exists.ShouldBeFalse();
        (await GetAsync(client, "failed")).Exists.ShouldBeTrue();
        clock.Advance(TimeSpan.FromHours(360));
        (await GetAsync(client, "failed")).Exists.ShouldBeFalse();
        work.Dispose();
        await worker;
    }

    [Theory]
    [InlineData("maxConcurrentWorkflowInvocations: many", "whole number")]
    [InlineData("maxConcurrentThings: 3", "'maxConcurrentThings' under spec.workflow is not supported")]
    [InlineData("stateRetentionPolicy: { cancelled: 1m }", "'cancelled' under stateRetentionPolicy is not supported")]
    public async Task Setting_that_is_not_known_ends_the_start(string setting, string message) =>
        (await Should.ThrowAsync<SidecarStartException>(() => SidecarHost.StartAsync(resources: File(setting)))).Message.ShouldContain(message);

    [Fact]
    public async Task Reuse_policy_is_refused_and_not_ignored()
    {
        await using var host = await SidecarHost.StartAsync();
        using var client = new TaskHubClient(host.App.GrpcPort);
        var request = new CreateInstanceRequest { InstanceId = "a", Name = "HelloWf", WorkflowIdReusePolicy = new WorkflowIdReusePolicy { Action = CreateInstanceAction.Terminate } };

        var refusal = await Should.ThrowAsync<GrpcException>(() => StartAsync(client, request));

        refusal.Status.ShouldBe(GrpcStatus.Unimplemented);
        refusal.Message.ShouldContain("workflowIdReusePolicy");
    }

    [Fact]
    public async Task Rerun_is_refused_with_what_to_do()
    {
        await using var host = await SidecarHost.StartAsync();
        using var client = new TaskHubClient(host.App.GrpcPort);
        var refusal = await Should.ThrowAsync<GrpcException>(() =>
            client.CallAsync("RerunWorkflowFromEvent", new RerunWorkflowFromEventRequest { SourceInstanceID = "a" }, RerunWorkflowFromEventResponse.Parser));

        refusal.Status.ShouldBe(GrpcStatus.Unimplemented);
        refusal.Message.ShouldContain("RerunWorkflowFromEvent");
    }

    private static Dictionary<string, string> File(string setting) => new()
    {
        ["configuration.yaml"] = $"apiVersion: dapr.io/v1alpha1\nkind: Configuration\nmetadata:\n  name: appconfig\nspec:\n  workflow:\n    {setting}\n",
    };

    private static Task<CreateInstanceResponse> StartAsync(TaskHubClient client, CreateInstanceRequest request) =>
        client.CallAsync("StartInstance", request, CreateInstanceResponse.Parser);

    private static Task<GetInstanceResponse> GetAsync(TaskHubClient client, string id) =>
        client.CallAsync("GetInstance", new GetInstanceRequest { InstanceId = id }, GetInstanceResponse.Parser);
}
