using System.Diagnostics;
using Athene.Dapr.Protocol;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>The spans of the workflow worker.</summary>
internal static class WorkflowTracing
{
    public static ActivitySource Source { get; } = new("Athene.Dapr.Workflow");

    /// <summary>A span around an activity, a child of the trace that the sidecar says it belongs to.</summary>
    public static Activity? StartActivity(ActivityRequest request)
    {
        System.Diagnostics.ActivityContext.TryParse(
            request.ParentTraceContext?.TraceParent, request.ParentTraceContext?.TraceState, isRemote: true, out var parent);
        var span = Source.StartActivity(request.Name, ActivityKind.Internal, parent);
        span?.SetTag("dapr.workflow.instance_id", request.WorkflowInstance.InstanceId);
        span?.SetTag("dapr.workflow.task_id", request.TaskId);
        return span ?? WithoutListener(request, parent);
    }

    // Nobody records spans, but calls from within the activity still belong to the trace.
    private static Activity? WithoutListener(ActivityRequest request, System.Diagnostics.ActivityContext parent) =>
        parent == default
            ? null
            : new Activity(request.Name).SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags).Start();
}
