using System.Text.Json;
using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Tests.Actors;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.Grpc;

/// <summary>Actors of an app that speaks HTTP, called over gRPC.</summary>
public sealed class ActorCallsTests : IAsyncLifetime
{
    private const string ActorStore = """
        apiVersion: dapr.io/v1alpha1
        kind: Component
        metadata:
          name: statestore
        spec:
          type: state.sqlite
          version: v1
          metadata:
            - name: actorStateStore
              value: "true"
        """;

    private TestApp app = null!;
    private SidecarHost host = null!;
    private RuntimeClient client = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(config: ActorTestHost.Config);
        host = await SidecarHost.StartAsync(app.Port, resources: new Dictionary<string, string> { ["store.yaml"] = ActorStore });
        client = RuntimeClient.Of(host);
        await host.WhenReadyAsync();
    }

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await host.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Method_is_called_and_its_answer_comes_back()
    {
        app.Handler = (context, _) => context.Response.WriteAsync("answer");
        (await InvokeAsync("{}")).Data.ToStringUtf8().ShouldBe("answer");
        var call = app.Next();
        (call.Method, call.Target, call.Text).ShouldBe(("PUT", "/actors/T/a/method/do", "{}"));
        call.Headers["Content-Type"].ShouldBe("application/json");
    }

    [Fact]
    public async Task Method_that_fails_is_an_internal_error()
    {
        app.Handler = (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        (await client.RefusalAsync("InvokeActor", Invocation("T", "{}"))).Status.ShouldBe(GrpcStatus.Internal);
    }

    [Fact]
    public async Task Type_that_nobody_hosts_is_an_internal_error_and_an_empty_one_an_invalid_argument()
    {
        (await client.RefusalAsync("InvokeActor", Invocation("Nobody", "{}"))).Message.ShouldContain("did not find address for actor");
        (await client.RefusalAsync("InvokeActor", Invocation("", "{}"))).Status.ShouldBe(GrpcStatus.InvalidArgument);
    }

    [Fact]
    public async Task State_of_an_active_actor_is_kept_as_bytes()
    {
        var bytes = ByteString.CopyFrom(0, 255);
        var request = new ExecuteActorStateTransactionRequest { ActorType = "T", ActorId = "a" };
        request.Operations.Add(new TransactionalActorStateOperation { OperationType = "upsert", Key = "k", Value = new Any { Value = bytes } });
        (await client.RefusalAsync("ExecuteActorStateTransaction", request)).ShouldBe((GrpcStatus.Internal, "actor instance is missing"));
        await InvokeAsync("{}");
        await client.DoAsync("ExecuteActorStateTransaction", request);
        (await client.CallAsync("GetActorState", new GetActorStateRequest { ActorType = "T", ActorId = "a", Key = "k" }, GetActorStateResponse.Parser)).Data.ShouldBe(bytes);
    }

    [Fact]
    public async Task Reminder_is_delivered_with_its_data_and_read_back()
    {
        await client.DoAsync("RegisterActorReminder", new RegisterActorReminderRequest
        {
            ActorType = "T", ActorId = "a", Name = "r", DueTime = "0s", Period = "1h", Data = ByteString.CopyFromUtf8("data"),
        });
        var call = app.Next();
        call.Target.ShouldBe("/actors/T/a/method/remind/r");
        using var body = JsonDocument.Parse(call.Text);
        body.RootElement.GetProperty("data").GetBytesFromBase64().ShouldBe("data"u8.ToArray());
        var request = new GetActorReminderRequest { ActorType = "T", ActorId = "a", Name = "r" };
        (await client.CallAsync("GetActorReminder", request, GetActorReminderResponse.Parser)).Period.ShouldNotBeEmpty();
        await client.DoAsync("UnregisterActorReminder", new UnregisterActorReminderRequest { ActorType = "T", ActorId = "a", Name = "r" });
        (await client.RefusalAsync("GetActorReminder", request)).Status.ShouldBe(GrpcStatus.NotFound);
    }

    [Fact]
    public async Task Reminder_whose_failure_policy_no_clock_can_follow_is_refused()
    {
        var request = new RegisterActorReminderRequest
        {
            ActorType = "T", ActorId = "a", Name = "r", DueTime = "1h",
            FailurePolicy = new JobFailurePolicy { Constant = new JobFailurePolicyConstant { Interval = new Duration { Seconds = 4_000_000_000 } } },
        };
        (await client.RefusalAsync("RegisterActorReminder", request)).Message.ShouldContain("failure policy");
        request.FailurePolicy.Constant = new JobFailurePolicyConstant { Interval = new Duration { Seconds = -1 } };
        (await client.RefusalAsync("RegisterActorReminder", request)).Message.ShouldContain("failure policy");
    }

    [Fact]
    public async Task Reminder_may_be_retried_more_often_than_an_int_counts()
    {
        var failures = 0;
        app.Handler = (context, _) =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref failures) == 1 ? 500 : 200;
            return Task.CompletedTask;
        };
        await client.DoAsync("RegisterActorReminder", new RegisterActorReminderRequest
        {
            ActorType = "T", ActorId = "a", Name = "r", DueTime = "0s",
            FailurePolicy = new JobFailurePolicy { Constant = new JobFailurePolicyConstant { Interval = new Duration { Nanos = 1_000_000 }, MaxRetries = uint.MaxValue } },
        });
        app.Next().Target.ShouldBe("/actors/T/a/method/remind/r");
        app.Next().Target.ShouldBe("/actors/T/a/method/remind/r");
    }

    [Fact]
    public async Task Timer_is_delivered_with_its_callback()
    {
        await InvokeAsync("{}");
        app.Next();
        await client.DoAsync("RegisterActorTimer", new RegisterActorTimerRequest { ActorType = "T", ActorId = "a", Name = "t", DueTime = "0s", Callback = "onTick" });
        var call = app.Next();
        call.Target.ShouldBe("/actors/T/a/method/timer/t");
        call.Text.ShouldContain("\"callback\":\"onTick\"");
        await client.DoAsync("UnregisterActorTimer", new UnregisterActorTimerRequest { ActorType = "T", ActorId = "a", Name = "t" });
    }

    [Fact]
    public async Task Reminder_of_a_type_that_the_app_does_not_host_is_denied() =>
        (await client.RefusalAsync("UnregisterActorReminder", new UnregisterActorReminderRequest { ActorType = "Nobody", ActorId = "a", Name = "r" }))
            .Status.ShouldBe(GrpcStatus.PermissionDenied);

    private static InvokeActorRequest Invocation(string type, string data) =>
        new() { ActorType = type, ActorId = "a", Method = "do", Data = ByteString.CopyFromUtf8(data) };

    private Task<InvokeActorResponse> InvokeAsync(string data) => client.CallAsync("InvokeActor", Invocation("T", data), InvokeActorResponse.Parser);
}
