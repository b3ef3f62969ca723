using System.Collections.Concurrent;
using System.Threading.Channels;
using Athene.Contracts.Events;

namespace Athene.Session.History;

/// <summary>Hands every new event to whoever is listening at the moment. What was missed is in the history.</summary>
public sealed class EventFeed
{
    private const int Backlog = 1024;

    private readonly ConcurrentDictionary<Guid, Channel<EventDocument>> listeners = new();

    /// <summary>Starts to listen; dispose to stop.</summary>
    public Subscription Listen()
    {
        var id = Guid.NewGuid();
        // A listener that falls behind by a whole backlog is cut off; it resumes from its last event id.
        var channel = Channel.CreateBounded<EventDocument>(new BoundedChannelOptions(Backlog) { SingleReader = true });
        listeners[id] = channel;
        return new Subscription(channel.Reader, () => listeners.TryRemove(id, out _));
    }

    internal void Announce(IEnumerable<EventDocument> events)
    {
        foreach (var happened in events)
        {
            foreach (var channel in listeners.Values)
            {
                if (!channel.Writer.TryWrite(happened)) channel.Writer.TryComplete();
            }
        }
    }

    /// <summary>A listener's end of the feed.</summary>
    public sealed class Subscription(ChannelReader<EventDocument> reader, Action stop) : IDisposable
    {
        public ChannelReader<EventDocument> Reader { get; } = reader;

        public void Dispose() => stop();
    }
}
