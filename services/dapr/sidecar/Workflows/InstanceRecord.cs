using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>What the store holds of an instance under way.</summary>
internal sealed class InstanceRecord
{
    /// <summary>What an event costs in a message beside its own bytes: tag and length.</summary>
    private const int Framing = 6;

    private readonly List<HistoryEvent> history;
    private readonly List<InboxEvent> inbox;

    public InstanceRecord(List<HistoryEvent> history, List<InboxEvent> inbox)
    {
        (this.history, this.inbox) = (history, inbox);
        Size = history.Sum(SizeOf) + inbox.Sum(item => SizeOf(item.Event));
    }

    public IReadOnlyList<HistoryEvent> History => history;

    /// <summary>What has happened since the last turn, in the order of arrival.</summary>
    public IReadOnlyList<InboxEvent> Inbox => inbox;

    /// <summary>The bytes that history and inbox take in a message.</summary>
    public long Size { get; private set; }

    /// <summary>How the present execution began; null when it was never written, which cannot happen to a stored instance.</summary>
    public ExecutionStartedEvent? Started =>
        history.Find(item => item.ExecutionStarted is not null)?.ExecutionStarted
        ?? inbox.Find(item => item.Event.ExecutionStarted is not null).Event?.ExecutionStarted;

    public void Receive(InboxEvent item)
    {
        inbox.Add(item);
        Size += SizeOf(item.Event);
    }

    /// <summary>A turn has been answered: what it took in and what it did become history.</summary>
    public void Advance(long lastSeq, IEnumerable<HistoryEvent> events)
    {
        foreach (var item in inbox.Where(item => item.Seq <= lastSeq)) Size -= SizeOf(item.Event);
        inbox.RemoveAll(item => item.Seq <= lastSeq);
        foreach (var item in events)
        {
            history.Add(item);
            Size += SizeOf(item);
        }
    }

    private static int SizeOf(HistoryEvent item) => item.CalculateSize() + Framing;
}
