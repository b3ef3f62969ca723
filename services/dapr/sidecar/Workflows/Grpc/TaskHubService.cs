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
    private readonly WorkflowEngines engines;

    public TaskHubService(WorkflowEngines engines)
    {
        this.engines = engines;
        Methods = new Dictionary<string, GrpcMethod>
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
                throw new GrpcException(e.Fault == WorkflowFault.AlreadyRunning ? GrpcStatus.AlreadyExists : GrpcStatus.Unknown, e.Message);
            }
        });

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
