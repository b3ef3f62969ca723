namespace Athene.Dapr.Workflow;

/// <summary>How an activity is called.</summary>
/// <param name="RetryPolicy">When and how often it is tried again; null tries once.</param>
/// <param name="AppId">The app that runs it; null is this app.</param>
public record WorkflowTaskOptions(WorkflowRetryPolicy? RetryPolicy = null, string? AppId = null);
