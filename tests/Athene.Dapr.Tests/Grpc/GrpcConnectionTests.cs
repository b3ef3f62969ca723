using Athene.Dapr.Grpc;
using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;

namespace Athene.Dapr.Tests.Grpc;

public sealed class GrpcConnectionTests
{
    [Fact]
    public async Task Call_hands_back_the_answer_and_sends_the_token()
    {
        await using var stub = await StubTaskHub.StartAsync();

        await CallAsync(stub.Connection);

        stub.Token.ShouldBe("secret");
    }

    [Fact]
    public async Task Error_in_the_trailers_is_thrown_with_its_status_and_message()
    {
        await using var stub = await StubTaskHub.StartAsync();
        stub.Answer = async context =>
        {
            await context.Response.StartAsync();
            StubTaskHub.End(context, GrpcStatus.AlreadyExists, "an ID 'ä' exists");
        };

        var failed = await Should.ThrowAsync<GrpcException>(() => CallAsync(stub.Connection));

        failed.Status.ShouldBe(GrpcStatus.AlreadyExists);
        failed.Message.ShouldBe("an ID 'ä' exists");
    }

    [Fact]
    public async Task Error_in_the_headers_only_is_thrown_too()
    {
        await using var stub = await StubTaskHub.StartAsync();
        stub.Answer = context =>
        {
            context.Response.Headers["grpc-status"] = "5";
            context.Response.Headers["grpc-message"] = "not%20there";
            return Task.CompletedTask;
        };

        var failed = await Should.ThrowAsync<GrpcException>(() => CallAsync(stub.Connection));

        failed.Status.ShouldBe(GrpcStatus.NotFound);
        failed.Message.ShouldBe("not there");
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized, GrpcStatus.Unauthenticated)]
    [InlineData(StatusCodes.Status503ServiceUnavailable, GrpcStatus.Unavailable)]
    public async Task Answer_that_is_no_gRPC_has_the_status_gRPC_gives_it(int http, GrpcStatus expected)
    {
        await using var stub = await StubTaskHub.StartAsync();
        stub.Answer = context =>
        {
            context.Response.StatusCode = http;
            return Task.CompletedTask;
        };

        (await Should.ThrowAsync<GrpcException>(() => CallAsync(stub.Connection))).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Answer_that_is_cut_off_is_unavailable()
    {
        await using var stub = await StubTaskHub.StartAsync();
        stub.Answer = async context =>
        {
            await context.Response.StartAsync();
            context.Abort();
        };

        (await Should.ThrowAsync<GrpcException>(() => CallAsync(stub.Connection))).Status.ShouldBe(GrpcStatus.Unavailable);
    }

    [Fact]
    public async Task Server_that_is_not_there_is_unavailable_and_named()
    {
        var stub = await StubTaskHub.StartAsync();
        var connection = stub.Connection;
        await stub.DisposeAsync();

        var failed = await Should.ThrowAsync<GrpcException>(() => CallAsync(connection));

        failed.Status.ShouldBe(GrpcStatus.Unavailable);
        failed.Message.ShouldContain(connection.Address.ToString());
    }

    [Fact]
    public async Task Message_over_the_limit_is_refused_before_it_is_sent()
    {
        await using var stub = await StubTaskHub.StartAsync();
        var tooLong = new StringValue { Value = new string('x', GrpcFrame.DefaultMaxMessageLength) };

        var refused = await Should.ThrowAsync<GrpcException>(
            () => stub.Connection.CallAsync("/hub/CompleteActivityTask", tooLong, Empty.Parser, CancellationToken.None));

        refused.Status.ShouldBe(GrpcStatus.ResourceExhausted);
        refused.Message.ShouldContain("Pass a reference");
        stub.Received.Reader.TryRead(out _).ShouldBeFalse();
    }

    private static Task<Empty> CallAsync(GrpcConnection connection) =>
        connection.CallAsync("/hub/Hello", new Empty(), Empty.Parser, CancellationToken.None);
}
