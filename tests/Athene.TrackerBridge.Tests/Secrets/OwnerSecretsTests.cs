using Athene.TrackerBridge.Secrets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.TrackerBridge.Tests.Secrets;

public sealed class OwnerSecretsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Watching.Samples.Start);
    private TestApp store = null!;
    private DaprClient dapr = null!;
    private OwnerSecrets secrets = null!;

    public async Task InitializeAsync()
    {
        store = await TestApp.StartAsync();
        dapr = new DaprClientBuilder().UseHttpEndpoint($"http://127.0.0.1:{store.Port}").Build();
        secrets = new OwnerSecrets(dapr, clock, NullLogger<OwnerSecrets>.Instance);
    }

    public async Task DisposeAsync()
    {
        dapr.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task FirstAsync_storeThatIsAway_isNoAnswerAndNotRemembered()
    {
        Answer(503, "");
        await Should.ThrowAsync<DaprException>(FindAsync);

        Answer(200, """{"TOKEN":"it"}""");
        (await FindAsync()).ShouldBe("it");
    }

    [Fact]
    public async Task FirstAsync_storeThatGoesAway_isWhatItLastTold()
    {
        Answer(200, """{"TOKEN":"it"}""");
        await FindAsync();

        Answer(503, "");
        clock.Advance(TimeSpan.FromMinutes(5));

        (await FindAsync()).ShouldBe("it");
    }

    [Theory]
    [InlineData(200, """{"TOKEN":" \n"}""")]
    [InlineData(200, "{}")]
    [InlineData(500, """{"errorCode":"ERR_SECRET_GET","message":"not found"}""")]
    public async Task FirstAsync_blankOrMissing_isNone(int status, string body)
    {
        Answer(status, body);

        (await FindAsync()).ShouldBeNull();
    }

    private Task<string?> FindAsync() => secrets.FirstAsync(["TOKEN"], CancellationToken.None);

    private void Answer(int status, string body) => store.Handler = (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };
}
