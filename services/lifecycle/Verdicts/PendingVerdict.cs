namespace Athene.Lifecycle.Verdicts;

/// <summary>A session whose agent is gone, to be looked at once more when the grace is over.</summary>
/// <param name="EventId">The event that told of the loss.</param>
public sealed record PendingVerdict(string SessionId, long EventId, TimeSpan Grace)
{
    public string WorkflowId => $"verdict-{SessionId}-{EventId}";
}
