namespace Athene.Dapr.Actors.Runtime;

/// <summary>A reminder or a timer as the sidecar tells it.</summary>
internal sealed record Firing(byte[]? Data, string? Callback, TimeSpan DueTime, TimeSpan Period);
