using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Protocol.Runtime;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.Grpc;

/// <summary><c>InvokeService</c>: the caller speaks gRPC, the app HTTP.</summary>
public sealed class InvocationCallsTests : IAsyncLifetime
{
    private TestApp app = null!;
    private SidecarHost host = null!;
    private RuntimeClient client = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        host = await SidecarHost.StartAsync(others: [new SidecarApp("other", app.Port, 0, 0)]);
        client = RuntimeClient.Of(host);
    }

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await host.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task App_sees_verb_path_query_body_and_caller()
    {
        app.Handler = (context, _) => context.Response.WriteAsJsonAsync(new { ok = true });
        var answer = await client.CallAsync("InvokeService", Call(HTTPExtension.Types.Verb.Put), InvokeResponse.Parser, ("my-header", "mine"));
        answer.Data.Value.ToStringUtf8().ShouldBe("""{"ok":true}""");
        answer.ContentType.ShouldStartWith("application/json");
        var seen = app.Next();
        (seen.Method, seen.Target, seen.Text).ShouldBe(("PUT", "/orders/7?full=yes", """{"n":1}"""));
        seen.Headers["Content-Type"].ShouldBe("application/json");
        seen.Headers["my-header"].ShouldBe("mine");
        seen.Headers["Dapr-Caller-App-Id"].ShouldBe(SidecarHost.AppId);
        seen.Headers.Keys.ShouldNotContain(name => name.StartsWith("grpc-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(400, GrpcStatus.Internal)]
    [InlineData(404, GrpcStatus.NotFound)]
    [InlineData(409, GrpcStatus.AlreadyExists)]
    [InlineData(418, GrpcStatus.Unknown)]
    [InlineData(503, GrpcStatus.Unavailable)]
    public async Task Refusal_of_the_app_becomes_a_status(int code, GrpcStatus status)
    {
        app.Handler = (context, _) =>
        {
            context.Response.StatusCode = code;
            return Task.CompletedTask;
        };
        (await client.RefusalAsync("InvokeService", Call(HTTPExtension.Types.Verb.Get))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Unknown_app_is_an_internal_error_that_names_it()
    {
        var call = Call(HTTPExtension.Types.Verb.Get);
        call.Id = "nobody";
        (await client.RefusalAsync("InvokeService", call)).ShouldBe((GrpcStatus.Internal, "failed to invoke, id: nobody, err: no host found with the given ID"));
    }

    [Fact]
    public async Task Call_without_a_verb_is_an_invalid_argument()
    {
        (await client.RefusalAsync("InvokeService", Call(HTTPExtension.Types.Verb.None))).Status.ShouldBe(GrpcStatus.InvalidArgument);
        (await client.RefusalAsync("InvokeService", new InvokeServiceRequest { Id = "other" })).Status.ShouldBe(GrpcStatus.InvalidArgument);
    }

    private static InvokeServiceRequest Call(HTTPExtension.Types.Verb verb) => new()
    {
        Id = "other",
        Message = new InvokeRequest
        {
            Method = "orders/7",
            ContentType = "application/json",
            Data = new Any { Value = ByteString.CopyFromUtf8("""{"n":1}""") },
            HttpExtension = new HTTPExtension { Verb = verb, Querystring = "full=yes" },
        },
    };
}
