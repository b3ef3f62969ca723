using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Workflow.Worker;

internal sealed partial class WorkItemRunner
{
    [LoggerMessage(LogLevel.Error, "Workflow {Workflow} of instance {InstanceId} is not registered in this app")]
    private static partial void LogUnknownWorkflow(ILogger logger, string? workflow, string instanceId);

    [LoggerMessage(LogLevel.Error, "Activity {Activity} called by instance {InstanceId} is not registered in this app")]
    private static partial void LogUnknownActivity(ILogger logger, string activity, string instanceId);

    [LoggerMessage(LogLevel.Warning, "Activity {Activity} of instance {InstanceId} failed")]
    private static partial void LogActivityFailed(ILogger logger, Exception failure, string activity, string instanceId);

    [LoggerMessage(LogLevel.Error, "A turn of workflow {Workflow}, instance {InstanceId}, failed outside its code")]
    private static partial void LogTurnFailed(ILogger logger, Exception failure, string workflow, string instanceId);
}
