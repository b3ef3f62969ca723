namespace Athene.TrackerBridge.Budget;

/// <summary>What a client says of a request to the <see cref="BudgetHandler"/>.</summary>
public static class HostRequest
{
    /// <summary>Without it, a request is <see cref="RequestPurpose.Asked"/>.</summary>
    public static readonly HttpRequestOptionsKey<RequestPurpose> Purpose = new("athene.purpose");

    /// <summary>What it counts against, where a host counts several things apart and names them; without it, <see cref="DefaultPool"/>.</summary>
    public static readonly HttpRequestOptionsKey<string> Pool = new("athene.pool");

    public const string DefaultPool = "core";

    internal static T Of<T>(HttpRequestMessage request, HttpRequestOptionsKey<T> key, T otherwise) => request.Options.TryGetValue(key, out var value) ? value : otherwise;
}
