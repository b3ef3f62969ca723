using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows.Grpc;

/// <summary>How much of a state a client gets to see.</summary>
internal static class WorkflowStateView
{
    /// <summary>The answer to a get.</summary>
    public static GetInstanceResponse Of(WorkflowState? state, GetInstanceRequest request)
    {
        if (state is null) return new GetInstanceResponse();
        var view = new WorkflowState
        {
            InstanceId = state.InstanceId,
            Name = state.Name,
            Version = state.Version,
            WorkflowStatus = state.WorkflowStatus,
            CreatedTimestamp = state.CreatedTimestamp,
            LastUpdatedTimestamp = state.LastUpdatedTimestamp,
            StartedAt = state.StartedAt,
        };
        if (request.GetInputsAndOutputs)
        {
            view.Input = state.Input;
            view.Output = state.Output;
            view.CustomStatus = state.CustomStatus;
            view.FailureDetails = state.FailureDetails;
        }

        return new GetInstanceResponse { Exists = true, WorkflowState = view };
    }

    /// <summary>The answer to a wait, which also names the parent.</summary>
    public static GetInstanceResponse OfWait(WorkflowState state, GetInstanceRequest request)
    {
        var response = Of(state, request);
        response.WorkflowState.ParentInstanceId = state.ParentInstanceId;
        response.WorkflowState.ParentAppId = state.ParentAppId;
        return response;
    }
}
