namespace Athene.Sidecar.Workflows;

/// <summary>What an activity and its answer are paired by; the protocol has a completion token, but nobody sets it.</summary>
internal readonly record struct ActivityKey(string InstanceId, int TaskId);
