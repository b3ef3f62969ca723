using System.Text.Json;
using Athene.Sidecar.Storage;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.PubSub;

/// <summary>
/// Messages, who wants them and who still has to get them. A message is stored once; each subscriber has a row until it has
/// accepted the message. Messages stay a while after that, for apps that subscribe later: see <see cref="MessageRetention"/>.
/// </summary>
internal sealed class MessageStore(SidecarDatabase database, SidecarOptions options, TimeProvider clock)
{
    private const string Columns = "m.id, m.pubsub, m.topic, m.body, m.metadata, m.trace, m.expires";

    private readonly MessageRetention retention = new(options.MessageRetentionCount);

    /// <summary>Stores the messages; returns the subscribers that are to be woken.</summary>
    public Task<List<SubscriberKey>> AddAsync(IReadOnlyList<Message> messages) => database.TransactAsync(sql =>
    {
        var subscribers = messages.SelectMany(message => Insert(sql, message)).Distinct().ToList();
        retention.RemoveSurplus(sql);
        return subscribers;
    });

    /// <summary>Adds subscriptions of an app; of messages that are still kept it gets those that are there already.</summary>
    public void Subscribe(string app, IEnumerable<SubscriberKey> wanted) => database.Transact(sql =>
    {
        foreach (var key in wanted.Except(Known(sql, app)))
        {
            sql.Execute("INSERT INTO subscription (app, pubsub, topic) VALUES ($1, $2, $3)", app, key.PubSub, key.Topic);
            sql.Execute(
                "INSERT INTO delivery (app, pubsub, topic, message) SELECT $1, pubsub, topic, id FROM message WHERE pubsub = $2 AND topic = $3",
                app, key.PubSub, key.Topic);
        }
    });

    /// <summary>Forgets the subscriptions that an app no longer has, with what was due for them.</summary>
    public void ForgetAllBut(string app, IEnumerable<SubscriberKey> wanted) => database.Transact(sql =>
    {
        foreach (var gone in Known(sql, app).Except(wanted))
        {
            sql.Execute("DELETE FROM subscription WHERE app = $1 AND pubsub = $2 AND topic = $3", app, gone.PubSub, gone.Topic);
            sql.Execute("DELETE FROM delivery WHERE app = $1 AND pubsub = $2 AND topic = $3", app, gone.PubSub, gone.Topic);
        }
    });

    /// <summary>Forgets the subscriptions of all other apps with what was due for them; says how many messages that were, by app.</summary>
    public IReadOnlyList<(string App, int Messages)> ForgetOthers(IEnumerable<string> apps) => database.Transact(sql =>
    {
        var others = sql.All("SELECT DISTINCT app FROM subscription", row => row.GetString(0)).Except(apps).ToList();
        return others.ConvertAll(app =>
        {
            var messages = sql.First("SELECT count(*) FROM delivery WHERE app = $1", row => row.GetInt32(0), app);
            sql.Execute("DELETE FROM subscription WHERE app = $1", app);
            sql.Execute("DELETE FROM delivery WHERE app = $1", app);
            return (app, messages);
        });
    });

    /// <summary>What is still due for a subscriber, oldest first, after <paramref name="after"/>: at most so many messages, and no more once so many bytes are reached.</summary>
    public List<DueMessage> Due(SubscriberKey key, long after, int limit, int bytes)
    {
        var total = 0L;
        return database.Read(sql => sql.Until(
            $"""
            SELECT {Columns} FROM delivery d JOIN message m ON m.id = d.message
            WHERE d.app = $1 AND d.pubsub = $2 AND d.topic = $3 AND d.message > $4 AND (m.expires IS NULL OR m.expires > $5) ORDER BY d.message LIMIT $6
            """,
            row => ReadDue(row, attempt: 1), due => (total += due.Message.Body.Length) >= bytes, key.App, key.PubSub, key.Topic, after, Now(), limit));
    }

    /// <summary>The message, for another attempt, if it is still due for the subscriber and has not expired.</summary>
    public DueMessage? Find(SubscriberKey key, long id, int attempt) => database.Read(sql => sql.First(
        $"""
        SELECT {Columns} FROM delivery d JOIN message m ON m.id = d.message
        WHERE d.app = $1 AND d.pubsub = $2 AND d.topic = $3 AND d.message = $4 AND (m.expires IS NULL OR m.expires > $5)
        """,
        row => ReadDue(row, attempt), key.App, key.PubSub, key.Topic, id, Now()));

    /// <summary>The subscriber is done with the messages.</summary>
    public Task SettleAsync(SubscriberKey key, IReadOnlyList<long> ids) => database.TransactAsync(sql =>
    {
        foreach (var id in ids) Settle(sql, key, id);
        return ids.Count;
    });

    /// <summary>The subscriber is done with the message, and it goes on to the dead-letter topic, both or neither.</summary>
    public Task<List<SubscriberKey>> MoveToDeadLettersAsync(SubscriberKey key, long id, Message message, string deadLetterTopic) => database.TransactAsync(sql =>
    {
        var subscribers = Insert(sql, message with { Topic = deadLetterTopic });
        Settle(sql, key, id);
        return subscribers;
    });

    /// <summary>Removes what has expired, and messages published before <paramref name="limit"/> that nobody is waiting for.</summary>
    public void RemoveOld(DateTimeOffset limit)
    {
        database.Transact(sql => MessageRetention.RemoveExpired(sql, Now()));
        while (database.Transact(sql => MessageRetention.RemoveSettled(sql, limit.ToUnixTimeMilliseconds())))
        {
        }
    }

    private static List<SubscriberKey> Known(SqlSession sql, string app) => sql.All(
        "SELECT pubsub, topic FROM subscription WHERE app = $1", row => new SubscriberKey(app, row.GetString(0), row.GetString(1)), app);

    private List<SubscriberKey> Insert(SqlSession sql, Message message)
    {
        sql.Execute(
            "INSERT INTO message (pubsub, topic, body, metadata, trace, expires, published) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            message.PubSub, message.Topic, message.Body, WriteMetadata(message.Metadata), message.Trace, message.Expires?.ToUnixTimeMilliseconds(), Now());
        sql.Execute(
            """
            INSERT INTO delivery (app, pubsub, topic, message)
            SELECT app, pubsub, topic, last_insert_rowid() FROM subscription WHERE pubsub = $1 AND topic = $2
            """,
            message.PubSub, message.Topic);
        return sql.All(
            "SELECT app FROM subscription WHERE pubsub = $1 AND topic = $2",
            row => new SubscriberKey(row.GetString(0), message.PubSub, message.Topic), message.PubSub, message.Topic);
    }

    private static void Settle(SqlSession sql, SubscriberKey key, long id)
    {
        sql.Execute("DELETE FROM delivery WHERE app = $1 AND pubsub = $2 AND topic = $3 AND message = $4", key.App, key.PubSub, key.Topic, id);
        MessageRetention.RemoveIfOverdue(sql, id);
    }

    private static DueMessage ReadDue(SqliteDataReader row, int attempt) => new(
        row.GetInt64(0),
        new Message(
            row.GetString(1), row.GetString(2), row.GetFieldValue<byte[]>(3), ReadMetadata(row.GetString(4)), row.IsDBNull(5) ? null : row.GetString(5),
            row.IsDBNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6))),
        attempt);

    private static string WriteMetadata(IReadOnlyDictionary<string, string> metadata) => JsonSerializer.Serialize(metadata, MessageJson.Default.IReadOnlyDictionaryStringString);

    private static Dictionary<string, string> ReadMetadata(string text) => JsonSerializer.Deserialize(text, MessageJson.Default.DictionaryStringString) ?? [];

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
