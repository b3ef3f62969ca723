namespace Athene.TrackerBridge.Budget;

/// <summary>What a client says of a request to the <see cref="BudgetHandler"/>.</summary>
public static class HostRequest
{
    /// <summary>Without it, a request is <see cref="RequestPurpose.Asked"/>.</summary>
    public static readonly HttpRequestOptionsKey<RequestPurpose> Purpose = new("athene.purpose");

    /// <summary>What it counts against, where a host counts several things apart and names them; without it, <see cref="DefaultPool"/>.</summary>
    public static readonly HttpRequestOptionsKey<string> Pool = new("athene.pool");

    /// <summary>Whose request it is, where the token is another one every hour; without it, the token says.</summary>
    public static readonly HttpRequestOptionsKey<string> Identity = new("athene.identity");

    public const string DefaultPool = "core";

    /// <summary>Whether what is read is a document of the API: it is short, and may be kept and shared. A log is neither.</summary>
    internal static bool WantsDocument(HttpRequestMessage request) => request.Headers.Accept.Any(type => type.MediaType?.Contains("json", StringComparison.Ordinal) is true);

    internal static T Of<T>(HttpRequestMessage request, HttpRequestOptionsKey<T> key, T otherwise) => request.Options.TryGetValue(key, out var value) ? value : otherwise;
}
