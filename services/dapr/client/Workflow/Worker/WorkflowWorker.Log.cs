using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Workflow.Worker;

internal sealed partial class WorkflowWorker
{
    [LoggerMessage(LogLevel.Information, "Asking the sidecar at {Address} for workflow work")]
    private static partial void LogConnecting(ILogger logger, Uri address);

    [LoggerMessage(LogLevel.Information, "The sidecar at {Address} ended the stream of workflow work")]
    private static partial void LogStreamEnded(ILogger logger, Uri address);

    [LoggerMessage(LogLevel.Warning, "Lost the stream of workflow work from {Address}, will come back: {Reason}")]
    private static partial void LogStreamLost(ILogger logger, Uri address, string reason);

    [LoggerMessage(LogLevel.Warning, "The sidecar at {Address} does not answer, giving up the stream of workflow work: {Reason}")]
    private static partial void LogKeepAliveFailed(ILogger logger, Uri address, string reason);

    [LoggerMessage(LogLevel.Information, "Activity {Activity} of instance {InstanceId} was sent again while it runs, it runs on once")]
    private static partial void LogAlreadyRunning(ILogger logger, string activity, string instanceId);

    [LoggerMessage(LogLevel.Error, "The answer for workflow instance {InstanceId} is too long, failing it: {Reason}")]
    private static partial void LogAnswerTooLong(ILogger logger, string instanceId, string reason);

    [LoggerMessage(LogLevel.Warning, "Could not deliver the answer for workflow instance {InstanceId}, it will be asked again: {Reason}")]
    private static partial void LogAnswerLost(ILogger logger, string instanceId, string reason);

    [LoggerMessage(LogLevel.Error, "Work for workflow instance {InstanceId} failed outside its code")]
    private static partial void LogItemFailed(ILogger logger, Exception failure, string? instanceId);
}
