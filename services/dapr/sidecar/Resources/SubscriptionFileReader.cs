using Athene.Sidecar.PubSub;
using YamlDotNet.RepresentationModel;

namespace Athene.Sidecar.Resources;

/// <summary>Reads a Subscription file, v1alpha1 (one <c>route</c>) or v2alpha1 (<c>routes</c> with rules), and nothing else in it.</summary>
internal static class SubscriptionFileReader
{
    private const string RouteVersion = "dapr.io/v1alpha1";
    private const string RoutesVersion = "dapr.io/v2alpha1";

    /// <exception cref="FormatException">Something is missing, unknown or not supported; with its line.</exception>
    public static DeclaredSubscription Read(YamlMappingNode root)
    {
        root.AllowOnly("a Subscription", "apiVersion", "kind", "metadata", "spec", "scopes");
        var spec = root.Require("spec");
        var version = root.RequireText("apiVersion");
        spec.AllowOnly("spec", "pubsubname", "topic", version == RouteVersion ? "route" : "routes", "deadLetterTopic", "bulkSubscribe", "metadata");
        var routes = version switch
        {
            RouteVersion => [new SubscriptionRoute(null, spec.RequireText("route"))],
            RoutesVersion => ReadRoutes(spec.Require("routes")),
            _ => throw new FormatException($"line {root.Start.Line}: the apiVersion of a Subscription is {RouteVersion} or {RoutesVersion}, not '{version}'"),
        };
        var subscription = new Subscription(
            spec.RequireText("pubsubname"), spec.RequireText("topic"), routes, spec.Text("deadLetterTopic") ?? "", spec.TextMap("metadata"),
            ReadBulk(spec.Map("bulkSubscribe")), IsDeclared: true);
        return new DeclaredSubscription(subscription, root.Texts("scopes"));
    }

    private static List<SubscriptionRoute> ReadRoutes(YamlMappingNode table)
    {
        table.AllowOnly("routes", "rules", "default");
        List<SubscriptionRoute> routes = [];
        foreach (var rule in table.Items("rules"))
        {
            rule.AllowOnly("rules", "match", "path");
            routes.Add(RouteTable.Route(rule.RequireText("match"), rule.RequireText("path")));
        }

        if (table.Text("default") is { Length: > 0 } fallback) routes.Add(new SubscriptionRoute(null, fallback));
        return routes.Count > 0 ? routes : throw new FormatException($"line {table.Start.Line}: 'routes' has neither rules nor a default");
    }

    private static BulkPolicy? ReadBulk(YamlMappingNode? bulk)
    {
        bulk?.AllowOnly("bulkSubscribe", "enabled", "maxMessagesCount", "maxAwaitDurationMs");
        return bulk?.Flag("enabled") == true ? BulkPolicy.Create(bulk.Number("maxMessagesCount"), bulk.Number("maxAwaitDurationMs")) : null;
    }
}
