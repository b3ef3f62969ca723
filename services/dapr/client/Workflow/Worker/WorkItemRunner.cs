using System.Diagnostics;
using Athene.Dapr.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>Does what a work item asks: a turn of a workflow, or an activity. Failures become answers, never exceptions.</summary>
internal sealed partial class WorkItemRunner(
    IOptions<WorkflowRuntimeOptions> options, IServiceScopeFactory scopes, ILoggerFactory loggers, ILogger<WorkItemRunner> logger)
{
    private readonly WorkflowRuntimeOptions registered = options.Value;

    public async Task<WorkflowResponse> RunAsync(WorkflowRequest request)
    {
        var beginning = WorkflowTurn.BeginningOf(request);
        if (beginning is null || !registered.Workflows.TryGetValue(beginning.Name, out var create))
        {
            LogUnknownWorkflow(logger, beginning?.Name, request.InstanceId);
            var message = $"Workflow '{beginning?.Name}' is not registered in this app.";
            var unknown = Failures.Named("WorkflowNotFound", message, isNonRetriable: true);
            return TurnAnswer.Ended(request, OrchestrationStatus.Failed, unknown);
        }

        using var trace = WorkflowTracing.EnterTurn(beginning.Name, beginning);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return WorkflowTurn.Execute(request, beginning.Name, create(scope.ServiceProvider), loggers);
        }
        catch (Exception unexpected)
        {
            LogTurnFailed(logger, unexpected, beginning.Name, request.InstanceId);
            return TurnAnswer.Failed(request, unexpected);
        }
    }

    public async Task<ActivityResponse> RunAsync(ActivityRequest request)
    {
        var response = new ActivityResponse { InstanceId = request.WorkflowInstance.InstanceId, TaskId = request.TaskId };
        if (!registered.Activities.TryGetValue(request.Name, out var create))
        {
            LogUnknownActivity(logger, request.Name, response.InstanceId);
            response.FailureDetails = Failures.Named("ActivityNotFoundException", $"Activity '{request.Name}' not found");
            return response;
        }

        using var span = WorkflowTracing.StartActivity(request);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var activity = create(scope.ServiceProvider);
            var result = await activity.RunAsync(new ActivityContext(request), WorkflowJson.Deserialize(request.Input, activity.InputType));
            response.Result = WorkflowJson.Serialize(result);
        }
        catch (Exception failure)
        {
            LogActivityFailed(logger, failure, request.Name, response.InstanceId);
            span?.SetStatus(ActivityStatusCode.Error, failure.Message);
            response.FailureDetails = Failures.Of(failure);
        }

        return response;
    }
}
