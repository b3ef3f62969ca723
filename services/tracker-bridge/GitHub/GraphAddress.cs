using Athene.TrackerBridge.Budget;

namespace Athene.TrackerBridge.GitHub;

/// <summary>Where the GraphQL API of a host is. Pure.</summary>
public static class GraphAddress
{
    private const string EnterpriseRest = "/api/v3/";

    private const string Graph = "graphql";

    /// <param name="api">The REST API: <c>https://api.github.com/</c>, or <c>…/api/v3/</c> on an enterprise host.</param>
    public static Uri Of(Uri api) => api.AbsolutePath.EndsWith(EnterpriseRest, StringComparison.Ordinal) ? new Uri(api, $"../{Graph}") : new Uri(api, Graph);

    /// <summary>GitHub counts the two apart.</summary>
    internal static string PoolOf(Uri address) => address.AbsolutePath.EndsWith($"/{Graph}", StringComparison.Ordinal) ? Graph : HostRequest.DefaultPool;
}
