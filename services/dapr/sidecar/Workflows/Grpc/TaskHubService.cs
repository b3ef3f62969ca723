using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows.Grpc;

/// <summary><c>/TaskHubSidecarService</c>: the methods of clients and workers.</summary>
internal sealed partial class TaskHubService
{
    private const string Service = "/TaskHubSidecarService/";

    private readonly WorkflowEngines engines;
    private readonly SidecarOptions options;
    private readonly IHostApplicationLifetime lifetime;
    private readonly ILogger<TaskHubService> logger;
    private readonly Dictionary<string, Func<HttpContext, CancellationToken, Task>> methods;

    public TaskHubService(WorkflowEngines engines, SidecarOptions options, IHostApplicationLifetime lifetime, ILogger<TaskHubService> logger)
    {
        (this.engines, this.options, this.lifetime, this.logger) = (engines, options, lifetime, logger);
        methods = new()
        {
            ["Hello"] = Unary(Empty.Parser, (_, _, _) => Task.FromResult(new Empty())),
            ["StartInstance"] = Unary(CreateInstanceRequest.Parser, WorkflowClientCalls.StartAsync),
            ["GetInstance"] = Unary(GetInstanceRequest.Parser, WorkflowClientCalls.GetAsync),
            ["WaitForInstanceStart"] = Unary(GetInstanceRequest.Parser, WorkflowClientCalls.WaitForStartAsync),
            ["WaitForInstanceCompletion"] = Unary(GetInstanceRequest.Parser, WorkflowClientCalls.WaitForCompletionAsync),
            ["RaiseEvent"] = Unary(RaiseEventRequest.Parser, WorkflowClientCalls.RaiseAsync),
            ["TerminateInstance"] = Unary(TerminateRequest.Parser, WorkflowClientCalls.TerminateAsync),
            ["SuspendInstance"] = Unary(SuspendRequest.Parser, WorkflowClientCalls.SuspendAsync),
            ["ResumeInstance"] = Unary(ResumeRequest.Parser, WorkflowClientCalls.ResumeAsync),
            ["PurgeInstances"] = Unary(PurgeInstancesRequest.Parser, WorkflowClientCalls.PurgeAsync),
            ["ListInstanceIDs"] = Unary(ListInstanceIDsRequest.Parser, WorkflowClientCalls.ListAsync),
            ["GetInstanceHistory"] = Unary(GetInstanceHistoryRequest.Parser, WorkflowClientCalls.HistoryAsync),
            ["GetWorkItems"] = StreamWorkAsync,
            ["CompleteActivityTask"] = Unary(ActivityResponse.Parser, WorkerCalls.CompleteActivityAsync),
            ["CompleteOrchestratorTask"] = Unary(WorkflowResponse.Parser, WorkerCalls.CompleteTurnAsync),
            ["CompleteWorkflowTask"] = Unary(WorkflowResponse.Parser, WorkerCalls.CompleteTurnAsync),
        };
    }

    /// <summary>Answers any call on a gRPC port.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            GrpcCall.Begin(context);
            if (!ApiTokenGate.IsAllowed(context.Request, options.ApiToken)) throw new GrpcException(GrpcStatus.Unauthenticated, "authentication error: api token mismatch");
            await MethodOf(context.Request.Path)(context, stop.Token);
            await GrpcCall.EndAsync(context, GrpcStatus.Ok, "");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogCallerLeft(context.Request.Path);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await GrpcCall.EndAsync(context, GrpcStatus.Cancelled, "shutting down");
        }
        catch (GrpcException e)
        {
            await GrpcCall.EndAsync(context, e.Status, e.Message);
        }
        catch (Exception e) when (e is not IOException)
        {
            LogFailed(e, context.Request.Path);
            await GrpcCall.EndAsync(context, GrpcStatus.Internal, e.Message);
        }
    }

    private Func<HttpContext, CancellationToken, Task> MethodOf(PathString path) =>
        path.Value is { } text && text.StartsWith(Service, StringComparison.Ordinal) && methods.TryGetValue(text[Service.Length..], out var method)
            ? method
            : throw new GrpcException(GrpcStatus.Unimplemented, $"unknown method {path}");

    private Func<HttpContext, CancellationToken, Task> Unary<TRequest, TResponse>(
        MessageParser<TRequest> parser, Func<WorkflowEngine, TRequest, CancellationToken, Task<TResponse>> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : IMessage =>
        async (context, stop) =>
        {
            GrpcCall.AddTrace(context);
            var request = await GrpcCall.ReadAsync(context, parser);
            if (request is CreateInstanceRequest { ParentTraceContext: null } start && TraceHop.IsValid(context.Request.Headers.TraceParent))
                start.ParentTraceContext = new TraceContext { TraceParent = context.Hop().TraceParent };
            await GrpcCall.WriteAsync(context, await AnswerAsync(), stop);

            async Task<TResponse> AnswerAsync()
            {
                try
                {
                    return await answer(engines.For(context.CallingApp()), request, stop);
                }
                catch (WorkflowException e)
                {
                    throw new GrpcException(e.Fault == WorkflowFault.AlreadyRunning ? GrpcStatus.AlreadyExists : GrpcStatus.Unknown, e.Message);
                }
            }
        };

    /// <summary>The stream of a worker: everything that is to do, as it comes, until one side ends it.</summary>
    private async Task StreamWorkAsync(HttpContext context, CancellationToken stop)
    {
        _ = await GrpcCall.ReadAsync(context, GetWorkItemsRequest.Parser);
        var engine = engines.For(context.CallingApp());
        var worker = engine.Connect();
        try
        {
            await foreach (var item in worker.Items.ReadAllAsync(stop)) await GrpcCall.WriteAsync(context, item, stop);
        }
        finally
        {
            engine.Disconnect(worker);
        }
    }
}
