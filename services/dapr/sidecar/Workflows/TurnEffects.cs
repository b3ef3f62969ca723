using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>What the actions of a turn's answer come to, as they are read one after the other.</summary>
internal sealed class TurnEffects(IEnumerable<HistoryEvent> newEvents)
{
    /// <summary>What is added to the history: what the turn took in, then what it did.</summary>
    public List<HistoryEvent> Events { get; } = [.. newEvents];

    public List<ActivityRequest> Activities { get; } = [];

    /// <summary>The <c>timerCreated</c> events of new timers.</summary>
    public List<HistoryEvent> Timers { get; } = [];

    public List<OutgoingEvent> Outgoing { get; } = [];
}
