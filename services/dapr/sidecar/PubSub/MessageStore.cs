using System.Text.Json;
using Athene.Sidecar.Storage;

namespace Athene.Sidecar.PubSub;

/// <summary>
/// Messages, who wants them and who still has to get them. A message is stored once; each subscriber has a row until it has
/// accepted the message. Messages stay a while after that, for apps that subscribe later.
/// </summary>
internal sealed class MessageStore(SidecarDatabase database, TimeProvider clock)
{
    /// <summary>Stores the messages; returns the subscribers that are to be woken.</summary>
    public IReadOnlyList<SubscriberKey> Add(IEnumerable<Message> messages) =>
        database.Transact(sql => messages.SelectMany(message => Insert(sql, message)).Distinct().ToList());

    /// <summary>Takes the app's present subscriptions; those it no longer names are forgotten with what was due for them.</summary>
    public void Subscribe(string app, IReadOnlyCollection<SubscriberKey> wanted) => database.Transact(sql =>
    {
        var known = sql.All("SELECT pubsub, topic FROM subscription WHERE app = $1", row => new SubscriberKey(app, row.GetString(0), row.GetString(1)), app);
        foreach (var gone in known.Except(wanted))
        {
            sql.Execute("DELETE FROM subscription WHERE app = $1 AND pubsub = $2 AND topic = $3", app, gone.PubSub, gone.Topic);
            sql.Execute("DELETE FROM delivery WHERE app = $1 AND pubsub = $2 AND topic = $3", app, gone.PubSub, gone.Topic);
        }

        foreach (var key in wanted.Except(known))
        {
            sql.Execute("INSERT INTO subscription (app, pubsub, topic) VALUES ($1, $2, $3)", app, key.PubSub, key.Topic);
            sql.Execute(
                "INSERT INTO delivery (app, pubsub, topic, message) SELECT $1, pubsub, topic, id FROM message WHERE pubsub = $2 AND topic = $3",
                app, key.PubSub, key.Topic);
        }
    });

    /// <summary>Ids of messages still due for a subscriber, oldest first, after <paramref name="after"/>.</summary>
    public List<long> Due(SubscriberKey key, long after, int limit) => database.Read(sql => sql.All(
        "SELECT message FROM delivery WHERE app = $1 AND pubsub = $2 AND topic = $3 AND message > $4 ORDER BY message LIMIT $5",
        row => row.GetInt64(0), key.App, key.PubSub, key.Topic, after, limit));

    /// <summary>The message if it is still due for the subscriber and has not expired.</summary>
    public Message? Find(SubscriberKey key, long id) => database.Read(sql => sql.First(
        """
        SELECT m.pubsub, m.topic, m.body, m.metadata, m.trace, m.expires FROM message m JOIN delivery d ON d.message = m.id
        WHERE m.id = $1 AND d.app = $2 AND d.pubsub = $3 AND d.topic = $4 AND (m.expires IS NULL OR m.expires > $5)
        """,
        row => new Message(
            row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), ReadMetadata(row.GetString(3)), row.IsDBNull(4) ? null : row.GetString(4),
            row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5))),
        id, key.App, key.PubSub, key.Topic, Now()));

    /// <summary>The subscriber is done with the message.</summary>
    public void Settle(SubscriberKey key, long id) => database.Transact(sql => Remove(sql, key, id));

    /// <summary>The subscriber is done with the message, and it goes on to the dead-letter topic, both or neither.</summary>
    public IReadOnlyList<SubscriberKey> MoveToDeadLetters(SubscriberKey key, long id, Message message, string deadLetterTopic) => database.Transact(sql =>
    {
        Remove(sql, key, id);
        return Insert(sql, message with { Topic = deadLetterTopic });
    });

    /// <summary>Removes messages published before <paramref name="limit"/> that nobody is waiting for.</summary>
    public void RemoveSettled(DateTimeOffset limit) => database.Transact(sql => sql.Execute(
        "DELETE FROM message WHERE published < $1 AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.message = message.id)", limit.ToUnixTimeMilliseconds()));

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

    private static void Remove(SqlSession sql, SubscriberKey key, long id) => sql.Execute(
        "DELETE FROM delivery WHERE app = $1 AND pubsub = $2 AND topic = $3 AND message = $4", key.App, key.PubSub, key.Topic, id);

    private static string WriteMetadata(IReadOnlyDictionary<string, string> metadata) => JsonSerializer.Serialize(metadata, MessageJson.Default.IReadOnlyDictionaryStringString);

    private static Dictionary<string, string> ReadMetadata(string text) => JsonSerializer.Deserialize(text, MessageJson.Default.DictionaryStringString) ?? [];

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
