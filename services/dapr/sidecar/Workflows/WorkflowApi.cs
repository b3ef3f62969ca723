using System.Text.RegularExpressions;
using Athene.Dapr.Protocol;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.Workflows;

/// <summary><c>/v1.0/workflows/{component}</c>: management over HTTP. Any component name works, as in Dapr.</summary>
internal sealed partial class WorkflowApi(WorkflowEngines engines)
{
    private const int MaxIdLength = 64;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var version in (ReadOnlySpan<string>)["/v1.0", "/v1.0-beta1"])
        {
            var root = $"{version}/workflows/{{component}}/{{id}}";
            routes.MapGet(root, GetAsync);
            routes.MapPost(root + "/start", StartAsync);
            routes.MapPost(root + "/raiseEvent/{event}", RaiseAsync);
            routes.MapPost(root + "/pause", context => ChangeAsync(context, "PAUSE", "pausing", "failed to pause workflow {0}: failed to suspend workflow: ",
                (engine, id) => engine.SuspendAsync(new SuspendRequest { InstanceId = id }, context.RequestAborted)));
            routes.MapPost(root + "/resume", context => ChangeAsync(context, "RESUME", "resuming", "failed to resume workflow {0}: failed to resume workflow: ",
                (engine, id) => engine.ResumeAsync(new ResumeRequest { InstanceId = id }, context.RequestAborted)));
            routes.MapPost(root + "/terminate", TerminateAsync);
            routes.MapPost(root + "/purge", PurgeAsync);
        }
    }

    private async Task StartAsync(HttpContext context)
    {
        var name = Segment(context);
        var id = context.Request.Query["instanceID"].ToString();
        if (id.Length == 0) id = Guid.NewGuid().ToString();
        if (id.Length > MaxIdLength) throw new DaprException(400, "ERR_INSTANCE_ID_TOO_LONG", $"workflow instance ID exceeds the max length of {MaxIdLength} characters");
        if (!ValidId().IsMatch(id))
            throw new DaprException(400, "ERR_INSTANCE_ID_INVALID", $"workflow instance ID '{id}' is invalid: only alphanumeric and underscore characters are allowed");

        var engine = engines.For(context.CallingApp());
        var trace = TraceHop.IsValid(context.Request.Headers.TraceParent) ? new TraceContext { TraceParent = context.Hop().TraceParent } : null;
        try
        {
            engine.Create(new CreateInstanceRequest { InstanceId = id, Name = name, Input = await BodyAsync(context), ParentTraceContext = trace });
        }
        catch (WorkflowException e)
        {
            throw new DaprException(500, "ERR_START_WORKFLOW", $"error starting workflow '{name}': unable to start workflow: failed to start workflow: {e.Message}");
        }

        await engine.WhenWorkerConnectedAsync(context.RequestAborted);
        context.Response.StatusCode = 202;
        await context.Response.WriteJsonAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString("instanceID", id);
            json.WriteEndObject();
        });
    }

    private Task GetAsync(HttpContext context)
    {
        var id = Segment(context);
        var state = engines.For(context.CallingApp()).Find(id) ?? throw NotFound(id);
        return context.Response.WriteJsonAsync(json => WorkflowJson.Write(json, state));
    }

    private async Task RaiseAsync(HttpContext context)
    {
        var id = Segment(context);
        var name = RawTarget.Segment(context, 5);
        try
        {
            engines.For(context.CallingApp()).Raise(new RaiseEventRequest { InstanceId = id, Name = name, Input = await BodyAsync(context) });
        }
        catch (WorkflowException e)
        {
            throw new DaprException(500, "ERR_RAISE_EVENT_WORKFLOW", $"error raising event on workflow '{id}': failed to raise event {name} on workflow {id}: failed to raise event: {e.Message}");
        }

        await AcceptAsync(context);
    }

    private async Task ChangeAsync(HttpContext context, string code, string doing, string detail, Func<WorkflowEngine, string, Task> change)
    {
        var id = Segment(context);
        try
        {
            await change(engines.For(context.CallingApp()), id);
        }
        catch (WorkflowException e)
        {
            var reason = detail.Replace("{0}", id, StringComparison.Ordinal);
            throw new DaprException(500, $"ERR_{code}_WORKFLOW", $"error {doing} workflow {id}: {reason}{e.Message}");
        }

        await AcceptAsync(context);
    }

    private async Task TerminateAsync(HttpContext context)
    {
        var id = Segment(context);
        try
        {
            var recursive = context.Request.Query["non_recursive"] != "true";
            await engines.For(context.CallingApp()).TerminateAsync(new TerminateRequest { InstanceId = id, Recursive = recursive }, context.RequestAborted);
        }
        catch (WorkflowException e)
        {
            throw NotFound(id, $"%!(EXTRA *fmt.wrapError=failed to submit termination request:: {e.Message})");
        }

        await AcceptAsync(context);
    }

    private async Task PurgeAsync(HttpContext context)
    {
        var id = Segment(context);
        try
        {
            engines.For(context.CallingApp()).Purge(id, recursive: context.Request.Query["non_recursive"] != "true");
        }
        catch (WorkflowException e) when (e.Fault == WorkflowFault.NoSuchInstance)
        {
            throw NotFound(id, $"%!(EXTRA *fmt.wrapError=failed to purge workflow state: failed to fetch workflow state: {e.Message})");
        }
        catch (WorkflowException e)
        {
            throw new DaprException(500, "ERR_PURGE_WORKFLOW", $"error purging workflow {id}: failed to Purge workflow {id}: failed to purge workflow state: {e.Message}");
        }

        await AcceptAsync(context);
    }

    private static string Segment(HttpContext context) => RawTarget.Segment(context, 3);

    private static async Task<string> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = 202;
        return context.Response.WriteJsonTextAsync("{}");
    }

    /// <param name="extra">Dapr's own formatting slip, which is part of what it sends.</param>
    private static DaprException NotFound(string id, string extra = "") =>
        new(404, "ERR_INSTANCE_ID_NOT_FOUND", $"unable to find workflow with the provided instance ID: {id}{extra}");

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex ValidId();
}
