namespace Athene.Configuration.Notifiers;

/// <summary>How often and how long a delivery is tried.</summary>
public sealed record DeliveryLimits
{
    /// <summary>Tries after the first one.</summary>
    public int Retries { get; init; } = 10;

    /// <summary>The pause before the first of them; each later one is twice as long, up to ten minutes.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
