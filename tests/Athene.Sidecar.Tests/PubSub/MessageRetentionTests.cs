using Athene.Sidecar.PubSub;
using Athene.Sidecar.Storage;

namespace Athene.Sidecar.Tests.PubSub;

/// <summary>The table of messages does not grow with history.</summary>
public sealed class MessageRetentionTests : IDisposable
{
    private static readonly SubscriberKey Subscriber = new("app", "pubsub", "t");

    private readonly TemporaryDirectory directory = new();
    private readonly FakeTimeProvider clock = new();
    private readonly SidecarDatabase database;
    private readonly MessageStore store;

    public MessageRetentionTests()
    {
        database = SidecarDatabase.Open(directory.Path, Synchronous.Normal);
        store = new MessageStore(database, new SidecarOptions { StateDirectory = directory.Path, Apps = [], MessageRetentionCount = 50 }, clock);
    }

    [Fact]
    public async Task Only_the_newest_settled_messages_stay()
    {
        for (var i = 0; i < 1_000; i++) await AddAsync();
        Count("message").ShouldBeLessThanOrEqualTo(150);
    }

    [Fact]
    public async Task Message_that_is_due_stays_until_it_is_settled_and_then_goes_at_once()
    {
        store.Subscribe("app", [Subscriber]);
        await AddAsync();
        store.ForgetAllBut("nobody", []);
        store.ForgetAllBut("app", [Subscriber]);
        var first = store.Due(Subscriber, 0, 1, int.MaxValue).Single();
        for (var i = 0; i < 500; i++) await AddAsync();
        Count("message").ShouldBe(501);
        await store.SettleAsync(Subscriber, [first.Id]);
        Count("message").ShouldBe(500);
    }

    [Fact]
    public async Task Settled_message_goes_when_its_time_is_over_and_an_expired_one_whoever_waits_for_it()
    {
        store.Subscribe("app", [Subscriber]);
        await AddAsync(clock.GetUtcNow().AddSeconds(5));
        await AddAsync(topic: "other");
        clock.Advance(TimeSpan.FromHours(1));
        store.RemoveOld(clock.GetUtcNow());
        Count("message").ShouldBe(0);
        Count("delivery").ShouldBe(0);
    }

    [Fact]
    public async Task Work_that_fails_undoes_itself_and_not_its_companions()
    {
        var works = Enumerable.Range(0, 20).Select(number => Task.Run(() => database.TransactAsync(sql =>
        {
            sql.Execute("INSERT INTO subscription (app, pubsub, topic) VALUES ($1, 'p', 't')", $"{number}");
            return number % 5 == 0 ? throw new InvalidOperationException("no") : number;
        }))).ToList();
        var failed = await Task.WhenAll(works.Select(work => Record.ExceptionAsync(() => work)));
        failed.Count(failure => failure is InvalidOperationException).ShouldBe(4);
        Count("subscription").ShouldBe(16);
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    private Task<List<SubscriberKey>> AddAsync(DateTimeOffset? expires = null, string topic = "t") =>
        store.AddAsync([new Message("pubsub", topic, "{}"u8.ToArray(), new Dictionary<string, string>(), null, expires)]);

    private long Count(string table) => database.Read(sql => sql.First($"SELECT count(*) FROM {table}", row => row.GetInt64(0)));
}
