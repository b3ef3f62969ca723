using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Grpc;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows.Grpc;

/// <summary><c>/TaskHubSidecarService</c>: the methods of clients and workers.</summary>
internal sealed class TaskHubService : IGrpcService
{
    /// <summary>What the protocol also has, and this sidecar refuses.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["RerunWorkflowFromEvent"] = "Start the workflow anew, or run on Dapr itself.",
        ["RewindInstance"] = "Start the workflow anew.",
        ["QueryInstances"] = "List the ids with ListInstanceIDs and read each instance.",
        ["StreamInstanceHistory"] = "Read the history with GetInstanceHistory.",
        ["SignalEntity"] = "Use actors for entities.",
        ["GetEntity"] = "Use actors for entities.",
        ["QueryEntities"] = "Use actors for entities.",
        ["CleanEntityStorage"] = "Use actors for entities.",
        ["CompleteEntityTask"] = "Use actors for entities.",
        ["CreateTaskHub"] = "There is one task hub for each app, and it is always there.",
        ["DeleteTaskHub"] = "There is one task hub for each app, and it is always there.",
        ["AbandonTaskActivityWorkItem"] = "Close the stream: what has no answer goes to the next one.",
        ["AbandonTaskOrchestratorWorkItem"] = "Close the stream: what has no answer goes to the next one.",
        ["AbandonTaskWorkflowWorkItem"] = "Close the stream: what has no answer goes to the next one.",
    };

    private readonly WorkflowEngines engines;

    public TaskHubService(WorkflowEngines engines)
    {
        this.engines = engines;
        var methods = new Dictionary<string, GrpcMethod>
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
        foreach (var (name, remedy) in Refused)
            methods[name] = (_, _) => throw new GrpcException(GrpcStatus.Unimplemented, $"The embedded sidecar does not have {name}. {remedy}");
        Methods = methods;
    }

    public string Path => "/TaskHubSidecarService/";

    public IReadOnlyDictionary<string, GrpcMethod> Methods { get; }

    private GrpcMethod Unary<TRequest, TResponse>(
        MessageParser<TRequest> parser, Func<WorkflowEngine, TRequest, CancellationToken, Task<TResponse>> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : IMessage =>
        UnaryMethod.Of(parser, async (context, request, stop) =>
        {
            RequestCheck.Check(request);
            if (request is CreateInstanceRequest { ParentTraceContext: null } start && TraceHop.IsValid(context.Request.Headers.TraceParent))
                start.ParentTraceContext = new TraceContext { TraceParent = context.Hop().TraceParent };
            try
            {
                return await answer(engines.For(context.CallingApp()), request, stop);
            }
            catch (WorkflowException e)
            {
                throw new GrpcException(StatusOf(e.Fault), e.Message);
            }
        });

    private static GrpcStatus StatusOf(WorkflowFault fault) => fault switch
    {
        WorkflowFault.AlreadyRunning => GrpcStatus.AlreadyExists,
        WorkflowFault.TooLarge => GrpcStatus.ResourceExhausted,
        _ => GrpcStatus.Unknown,
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
