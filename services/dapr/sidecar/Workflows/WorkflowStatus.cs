using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

internal static class WorkflowStatus
{
    /// <summary>Whether the instance has ended, one way or another.</summary>
    public static bool IsFinished(this OrchestrationStatus status) => status
        is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Canceled or OrchestrationStatus.Terminated;

    /// <summary>Dapr's word for it.</summary>
    public static string Word(this OrchestrationStatus status) => status switch
    {
        OrchestrationStatus.ContinuedAsNew => "CONTINUED_AS_NEW",
        _ => status.ToString().ToUpperInvariant(),
    };
}
