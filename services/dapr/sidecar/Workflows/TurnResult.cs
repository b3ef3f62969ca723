using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>Everything that follows from one answered turn; written in one transaction.</summary>
internal sealed record TurnResult
{
    /// <summary>The state after the turn.</summary>
    public required WorkflowState State { get; init; }

    /// <summary>What is added to the history; with <see cref="Restart"/> there is no history to add to.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    public required IReadOnlyList<ActivityRequest> Activities { get; init; }

    /// <summary>The <c>timerCreated</c> events of new timers.</summary>
    public required IReadOnlyList<HistoryEvent> Timers { get; init; }

    public required IReadOnlyList<OutgoingEvent> Outgoing { get; init; }

    /// <summary>Continue-as-new: the first events of the next execution; null otherwise.</summary>
    public IReadOnlyList<HistoryEvent>? Restart { get; init; }
}
