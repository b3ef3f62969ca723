namespace Athene.Configuration.Notifiers;

/// <summary>A way to tell people something, under the name that routes use.</summary>
/// <param name="Name">Its key in <c>notifiers</c>, or the plugin's own name where it needs no settings.</param>
public sealed record NotifierConfiguration(string Name, NotifierSettings Settings)
{
    /// <summary>When it keeps still; null: never.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>What it tells together, and when; null: each thing at once.</summary>
    public DigestPlan? Digest { get; init; }

    public DeliveryLimits Delivery { get; init; } = new();
}
