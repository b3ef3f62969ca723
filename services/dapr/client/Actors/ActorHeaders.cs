namespace Athene.Dapr.Actors;

/// <summary>The headers of calls between actors.</summary>
internal static class ActorHeaders
{
    /// <summary>Marks a call by a typed proxy, which wants an actor's exception back as data.</summary>
    public const string TypedRequest = "X-DaprRequestHeader";

    /// <summary>Marks an answer with status 200 whose body is an actor's exception.</summary>
    public const string ErrorResponse = "X-DaprErrorResponseHeader";

    /// <summary>Names the chain of calls in which an actor may be called back.</summary>
    public const string ReentrancyId = "Dapr-Reentrancy-Id";

    /// <summary>When a value of an actor's state expires.</summary>
    public const string ExpireTime = "Metadata.ttlExpireTime";

    /// <summary>The value of <see cref="TypedRequest"/> here; the .NET SDK's remoting writes XML.</summary>
    public const string Json = "json";
}
