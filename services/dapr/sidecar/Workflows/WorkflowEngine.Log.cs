using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

internal sealed partial class WorkflowEngine
{
    [LoggerMessage(LogLevel.Information, "A workflow worker of {AppId} connected")]
    private partial void LogWorkerConnected(string appId);

    [LoggerMessage(LogLevel.Information, "A workflow worker of {AppId} disconnected")]
    private partial void LogWorkerDisconnected(string appId);

    [LoggerMessage(LogLevel.Information, "{AppId}: {Workflows} workflows and {Activities} activities go on where they were")]
    private partial void LogResumed(string appId, int workflows, int activities);

    [LoggerMessage(LogLevel.Information, "Workflow {InstanceId} ({Name}) ended: {Status}")]
    private partial void LogFinished(string instanceId, string name, OrchestrationStatus status);

    [LoggerMessage(LogLevel.Error, "Workflow {InstanceId} stalled: {Reason} It can be terminated")]
    private partial void LogStalled(string instanceId, string reason);

    [LoggerMessage(LogLevel.Error, "A timer of workflow {InstanceId} is due and could not be written; it is tried again in {Pause}")]
    private partial void LogTimerNotWritten(Exception exception, string instanceId, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "The answer for activity {TaskId} of workflow {InstanceId} could not be written; it is tried again in {Pause}")]
    private partial void LogAnswerNotWritten(Exception exception, int taskId, string instanceId, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "Finished workflows whose retention has ended could not be removed; it is tried again later")]
    private partial void LogSweepFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "Workflow {InstanceId}: {Reason}. The turn is repeated in {Pause}; correct the workflow's code, then it goes on")]
    private partial void LogUnprocessable(string instanceId, string reason, TimeSpan pause);

    [LoggerMessage(LogLevel.Debug, "An answer for activity {TaskId} of workflow {InstanceId} came twice or too late, and is ignored")]
    private partial void LogStrayActivity(string instanceId, int taskId);

    [LoggerMessage(LogLevel.Debug, "A turn of workflow {InstanceId} was answered twice or too late; the answer is ignored")]
    private partial void LogStrayTurn(string instanceId);
}
