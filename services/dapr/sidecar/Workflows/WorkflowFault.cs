namespace Athene.Sidecar.Workflows;

/// <summary>Why the engine cannot do what a client asks.</summary>
internal enum WorkflowFault
{
    NoSuchInstance,
    AlreadyRunning,
    NotCompleted,
    StartGivenUp,
    TooLarge,
}
