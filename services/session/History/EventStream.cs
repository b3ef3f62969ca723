using System.Runtime.CompilerServices;
using Athene.Contracts.Events;

namespace Athene.Session.History;

/// <summary>The history as it grows: first what a listener missed, then what happens, each event once and in order.</summary>
public sealed class EventStream(HistoryReader history, EventFeed feed)
{
    /// <param name="after">The last event that the listener has; null to hear only of what is new.</param>
    public async IAsyncEnumerable<EventDocument> ReadAsync(
        HistoryQuery query, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Listen before reading, so that nothing falls between the two.
        using var live = feed.Listen();
        var last = after ?? (await history.HeadAsync(cancellationToken)).LastId;
        if (after is not null)
        {
            foreach (var missed in await history.ReadAfterAsync(last, cancellationToken))
            {
                last = missed.Id;
                if (query.Matches(missed)) yield return missed;
            }
        }

        await foreach (var happened in live.Reader.ReadAllAsync(cancellationToken))
        {
            if (happened.Id <= last) continue;
            last = happened.Id;
            if (query.Matches(happened)) yield return happened;
        }
    }
}
