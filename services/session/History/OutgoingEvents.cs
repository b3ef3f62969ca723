using System.Diagnostics;
using System.Threading.Channels;
using Athene.Contracts.Events;
using Athene.Contracts.Sessions;

namespace Athene.Session.History;

/// <summary>Stored events on their way to the topic, in the order of the history.</summary>
public sealed class OutgoingEvents
{
    private readonly Channel<Outgoing> waiting = Channel.CreateUnbounded<Outgoing>(new UnboundedChannelOptions { SingleReader = true });

    public ChannelReader<Outgoing> Reader => waiting.Reader;

    public void Enqueue(EventDocument happened, SessionDocument? session) =>
        waiting.Writer.TryWrite(new Outgoing(happened, session, Activity.Current?.Id));

    /// <summary>An event, its session right after it, and the trace (W3C traceparent) that it happened in.</summary>
    public sealed record Outgoing(EventDocument Event, SessionDocument? Session, string? TraceParent);
}
