using Athene.Session.Observing;

namespace Athene.Session.Messages;

/// <summary>
/// Which source has shown which message already. Each source shows each prompt once: so two messages with one text need two sightings of one
/// source, while a hook and a record may both show the same message.
/// </summary>
internal sealed class SeenMessages
{
    private const int MostKept = 10_000;

    private readonly HashSet<(string SessionId, string MessageId, EvidenceSource Source)> seen = [];
    private readonly Queue<(string SessionId, string MessageId, EvidenceSource Source)> order = new();

    public bool Contains(string sessionId, string messageId, EvidenceSource source) => seen.Contains((sessionId, messageId, source));

    public void Add(string sessionId, string messageId, EvidenceSource source)
    {
        if (!seen.Add((sessionId, messageId, source))) return;
        order.Enqueue((sessionId, messageId, source));
        if (order.Count > MostKept) seen.Remove(order.Dequeue());
    }
}
