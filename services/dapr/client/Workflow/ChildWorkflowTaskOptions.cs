namespace Athene.Dapr.Workflow;

/// <summary>How a child workflow is called.</summary>
/// <param name="InstanceId">The child's id; null makes one that is equal in every replay.</param>
/// <param name="RetryPolicy">When and how often it is tried again; null tries once.</param>
/// <param name="AppId">The app that runs it; null is this app.</param>
public record ChildWorkflowTaskOptions(string? InstanceId = null, WorkflowRetryPolicy? RetryPolicy = null, string? AppId = null)
    : WorkflowTaskOptions(RetryPolicy, AppId);
