using System.Text.Json;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.PubSub;

/// <summary>Reads what an app answers to <c>GET /dapr/subscribe</c>. Names count whatever their case, as in Go.</summary>
internal static class SubscriptionReader
{
    /// <summary>The subscriptions; an entry without a route is left out, as Dapr does.</summary>
    public static AskedSubscriptions Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array) return AskedSubscriptions.None;
        List<Subscription> granted = [];
        List<RefusedSubscription> refused = [];
        foreach (var entry in body.EnumerateArray())
        {
            try
            {
                if (ReadOne(entry) is { Routes.Count: > 0 } subscription) granted.Add(subscription);
            }
            catch (FormatException e)
            {
                refused.Add(new RefusedSubscription(Text(entry, "pubsubname"), Text(entry, "topic"), e.Message));
            }
        }

        return new AskedSubscriptions(granted, refused);
    }

    private static Subscription ReadOne(JsonElement entry)
    {
        List<SubscriptionRoute> routes = [];
        var table = entry.Child("routes");
        if (table.Child("rules") is { ValueKind: JsonValueKind.Array } rules) routes.AddRange(rules.EnumerateArray().Select(rule => RouteTable.Route(Text(rule, "match"), Text(rule, "path"))));
        if (Text(table, "default") is { Length: > 0 } path) routes.Add(new SubscriptionRoute(null, path));
        if (Text(entry, "route") is { Length: > 0 } route) routes.Add(new SubscriptionRoute(null, route));
        var bulk = entry.Child("bulkSubscribe");
        var policy = bulk.Child("enabled").ValueKind == JsonValueKind.True ? BulkPolicy.Create(Number(bulk, "maxMessagesCount"), Number(bulk, "maxAwaitDurationMs")) : null;
        return new Subscription(Text(entry, "pubsubname"), Text(entry, "topic"), routes, Text(entry, "deadLetterTopic"), entry.Texts("metadata"), policy, IsDeclared: false);
    }

    private static string Text(JsonElement entry, string name) => entry.Text(name) ?? "";

    private static int? Number(JsonElement entry, string name) => entry.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;
}
