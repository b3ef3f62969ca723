namespace Athene.Dapr.Workflow;

/// <summary>The code of a workflow does not do what its history says it did. The message names the step.</summary>
public sealed class NonDeterministicWorkflowException(string message) : Exception(message);
