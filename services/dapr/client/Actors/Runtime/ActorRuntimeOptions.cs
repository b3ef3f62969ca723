using System.Text.Json;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>Which actors an app hosts, and what it asks of the sidecar for them. What is not set is left to the sidecar.</summary>
public sealed class ActorRuntimeOptions
{
    private TimeSpan? actorIdleTimeout;
    private TimeSpan? actorScanInterval;
    private TimeSpan? drainOngoingCallTimeout;
    private int? remindersStoragePartitions;
    private JsonSerializerOptions jsonSerializerOptions = JsonSerializerOptions.Web;
    private string? daprApiToken = "";

    public ActorRegistrationCollection Actors { get; } = [];

    /// <summary>How long an actor is left alone before it is deactivated; Dapr's default is 60 minutes.</summary>
    public TimeSpan? ActorIdleTimeout
    {
        get => actorIdleTimeout;
        set => actorIdleTimeout = Positive(value);
    }

    /// <summary>How often the sidecar looks for idle actors.</summary>
    public TimeSpan? ActorScanInterval
    {
        get => actorScanInterval;
        set => actorScanInterval = Positive(value);
    }

    /// <summary>How long a turn may go on when its actor moves to another host.</summary>
    public TimeSpan? DrainOngoingCallTimeout
    {
        get => drainOngoingCallTimeout;
        set => drainOngoingCallTimeout = Positive(value);
    }

    /// <summary>Whether turns are waited for when their actor moves to another host.</summary>
    public bool DrainRebalancedActors { get; set; }

    /// <summary>Whether actors may be called back by what they call; they may not by default.</summary>
    public ActorReentrancyConfig ReentrancyConfig { get; set; } = new();

    /// <summary>For the sake of the SDK's shape: calls are JSON here in any case.</summary>
    public bool UseJsonSerialization { get; set; }

    /// <summary>How state, arguments and results are written; like the web by default.</summary>
    public JsonSerializerOptions JsonSerializerOptions
    {
        get => jsonSerializerOptions;
        set => jsonSerializerOptions = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The sidecar's API token; from <c>DAPR_API_TOKEN</c> if it is empty.</summary>
    public string? DaprApiToken
    {
        get => daprApiToken;
        set => daprApiToken = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Over how many partitions the sidecar spreads reminders.</summary>
    public int? RemindersStoragePartitions
    {
        get => remindersStoragePartitions;
        set => remindersStoragePartitions = value is null or >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There cannot be fewer than no partitions.");
    }

    /// <summary>The sidecar's HTTP endpoint; from <c>DAPR_HTTP_ENDPOINT</c> or <c>DAPR_HTTP_PORT</c> if it is not set.</summary>
    public string? HttpEndpoint { get; set; }

    private static TimeSpan? Positive(TimeSpan? value) => value is null || value > TimeSpan.Zero
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The time must be positive.");
}
