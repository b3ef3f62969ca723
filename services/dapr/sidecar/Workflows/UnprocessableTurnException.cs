namespace Athene.Sidecar.Workflows;

/// <summary>A worker's answer holds an action that Dapr's engine cannot carry out.</summary>
internal sealed class UnprocessableTurnException(string message) : Exception(message);
