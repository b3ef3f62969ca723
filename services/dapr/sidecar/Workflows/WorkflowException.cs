namespace Athene.Sidecar.Workflows;

/// <summary>The engine cannot do what a client asks; the texts are Dapr's.</summary>
internal sealed class WorkflowException(WorkflowFault fault, string message) : Exception(message)
{
    public WorkflowFault Fault { get; } = fault;

    public static WorkflowException NoSuchInstance() => new(WorkflowFault.NoSuchInstance, "no such instance exists");

    public static WorkflowException AlreadyRunning(string id) =>
        new(WorkflowFault.AlreadyRunning, $"rpc error: code = AlreadyExists desc = an active workflow with ID '{id}' already exists");

    public static WorkflowException NotCompleted() => new(WorkflowFault.NotCompleted, "orchestration has not yet completed");

    public static WorkflowException TooLarge(string message) => new(WorkflowFault.TooLarge, message);

    public static WorkflowException StartGivenUp() => new(WorkflowFault.StartGivenUp, "actor is closed, cannot handle deactivated");
}
