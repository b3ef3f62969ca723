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
        var parent = Parse(request.ParentTraceContext);
        var span = Source.StartActivity(request.Name, ActivityKind.Internal, parent);
        span?.SetTag("dapr.workflow.instance_id", request.WorkflowInstance.InstanceId);
        span?.SetTag("dapr.workflow.task_id", request.TaskId);

        // Without a listener nobody records spans, but calls from within the activity still belong to the trace.
        return span ?? Join(request.Name, parent);
    }

    /// <summary>Puts a turn into the trace of whoever started the workflow. A turn is a replay, so it is no span to record.</summary>
    public static Activity? EnterTurn(string workflow, ExecutionStartedEvent started) =>
        Join(workflow, Parse(started.ParentTraceContext));

    private static System.Diagnostics.ActivityContext Parse(TraceContext? trace)
    {
        System.Diagnostics.ActivityContext.TryParse(trace?.TraceParent, trace?.TraceState, isRemote: true, out var parent);
        return parent;
    }

    private static Activity? Join(string name, System.Diagnostics.ActivityContext parent) => parent == default
        ? null
        : new Activity(name).SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags).Start();
}
