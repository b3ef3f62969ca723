namespace Athene.Sidecar.Workflows;

/// <summary>How much the workers of one app may have at once, and how much one message may carry.</summary>
/// <param name="Turns">Turns of workflows (<c>maxConcurrentWorkflowInvocations</c>).</param>
/// <param name="Activities">Activities (<c>maxConcurrentActivityInvocations</c>); Dapr's default is no limit.</param>
internal sealed record WorkflowLimits(int Turns = WorkflowLimits.DefaultTurns, int Activities = int.MaxValue)
{
    /// <summary>Turns never wait for one another, so a limit costs nothing and bounds the histories in memory when thousands are due at once.</summary>
    private const int DefaultTurns = 500;

    /// <summary>What one message to a worker may carry, in bytes: 95 % of Dapr's 4 MiB. A turn that would need more stalls its instance.</summary>
    public int MessageSize { get; init; } = Dapr.Protocol.Grpc.GrpcFrame.DefaultMaxMessageLength / 100 * 95;

    /// <summary>What the records in memory may take together, in bytes.</summary>
    public long RecordSize { get; init; } = 16 * 1024 * 1024;
}
