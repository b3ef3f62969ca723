namespace Athene.Dapr.Workflow.Client;

/// <summary>One page of the ids of all workflow instances.</summary>
/// <param name="InstanceIds">The ids of this page.</param>
/// <param name="ContinuationToken">Asks for the next page; null when this is the last.</param>
public sealed record WorkflowInstancePage(IReadOnlyList<string> InstanceIds, string? ContinuationToken);
