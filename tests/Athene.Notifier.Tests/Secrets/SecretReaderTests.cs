using Athene.Configuration.Notifiers;
using Athene.Notifier.Channels;
using Athene.Notifier.Secrets;
using Microsoft.AspNetCore.Http;

namespace Athene.Notifier.Tests.Secrets;

public sealed class SecretReaderTests : IAsyncLifetime
{
    private const string NotThere = """{"errorCode":"ERR_SECRET_GET","message":"secret TOKEN not found"}""";

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch);
    private TestApp store = null!;
    private DaprClient dapr = null!;

    public async Task InitializeAsync()
    {
        store = await TestApp.StartAsync();
        dapr = new DaprClientBuilder().UseHttpEndpoint($"http://127.0.0.1:{store.Port}").Build();
    }

    public async Task DisposeAsync()
    {
        dapr.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task ReadAsync_storeThatHasNone_isAMistakeOfTheConfiguration()
    {
        Answer(500, NotThere);

        (await FailureAsync(Reader())).ShouldSatisfyAllConditions(failure => failure.IsPermanent.ShouldBeTrue(), failure => failure.IsMisconfigured.ShouldBeTrue());
    }

    [Fact]
    public async Task ReadAsync_storeThatIsAway_passes()
    {
        Answer(503, "");

        (await FailureAsync(Reader())).ShouldSatisfyAllConditions(failure => failure.IsPermanent.ShouldBeFalse(), failure => failure.IsMisconfigured.ShouldBeFalse());
    }

    [Fact]
    public async Task ReadAsync_nothingButSpace_isNone()
    {
        Answer(200, """{"TOKEN":" \n"}""");

        (await FailureAsync(Reader())).IsMisconfigured.ShouldBeTrue();
    }

    [Fact]
    public async Task ReadAsync_secretThatIsChanged_isReadAgainAndKeptWhileTheStoreIsAway()
    {
        var reader = Reader();
        Answer(200, """{"TOKEN":"the first"}""");
        (await ReadAsync(reader)).ShouldBe("the first");

        Answer(200, """{"TOKEN":"the second"}""");
        clock.Advance(TimeSpan.FromMinutes(6));
        (await ReadAsync(reader)).ShouldBe("the second");

        Answer(503, "");
        clock.Advance(TimeSpan.FromMinutes(6));
        (await ReadAsync(reader)).ShouldBe("the second");
    }

    private SecretReader Reader() => new(dapr, _ => null, clock);

    private static Task<string> ReadAsync(SecretReader reader) => reader.ReadAsync("token", new SecretText("${TOKEN}"), CancellationToken.None);

    private static async Task<ChannelException> FailureAsync(SecretReader reader) => await Should.ThrowAsync<ChannelException>(() => ReadAsync(reader));

    private void Answer(int status, string body) => store.Handler = (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };
}
