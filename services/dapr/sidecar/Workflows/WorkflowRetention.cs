using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>How long finished instances stay readable, by how they ended (Dapr's <c>stateRetentionPolicy</c>); null keeps them until they are purged.</summary>
/// <param name="AnyTerminal">For an end that has no time of its own.</param>
internal sealed record WorkflowRetention(TimeSpan? AnyTerminal = null, TimeSpan? Completed = null, TimeSpan? Failed = null, TimeSpan? Terminated = null)
{
    public TimeSpan? Of(OrchestrationStatus status)
    {
        var own = status switch
        {
            OrchestrationStatus.Completed => Completed,
            OrchestrationStatus.Failed => Failed,
            OrchestrationStatus.Terminated => Terminated,
            _ => null,
        };
        return own ?? AnyTerminal;
    }
}
