namespace Athene.Sidecar.Resources;

/// <summary>How persistent a call is.</summary>
/// <param name="Timeout">How long one try may take; null leaves it to the caller.</param>
internal sealed record CallPolicy(RetryPolicy Retry, TimeSpan? Timeout)
{
    /// <summary>What Dapr does without a policy: one try.</summary>
    public static CallPolicy None { get; } = new(RetryPolicy.None, null);
}
