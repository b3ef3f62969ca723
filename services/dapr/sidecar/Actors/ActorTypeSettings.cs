namespace Athene.Sidecar.Actors;

/// <summary>How an app wants the actors of one type to be run (<c>GET /dapr/config</c>), with Dapr's defaults.</summary>
internal sealed record ActorTypeSettings
{
    /// <summary>How long after its last turn an actor is deactivated.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long turns under way may take to finish when the sidecar stops.</summary>
    public TimeSpan DrainOngoingCallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether turns under way are waited for at all when the sidecar stops.</summary>
    public bool DrainRebalancedActors { get; init; } = true;

    /// <summary>Whether a call that an actor's own turn has caused may enter while that turn lasts.</summary>
    public bool IsReentrant { get; init; }

    /// <summary>How many calls of one chain may be in the same actor at once.</summary>
    public int MaxStackDepth { get; init; } = 32;
}
