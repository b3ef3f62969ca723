using System.Text.Json;

namespace Athene.Sidecar.PubSub;

/// <summary>Reads what an app answers to <c>GET /dapr/subscribe</c>.</summary>
internal static class SubscriptionReader
{
    /// <summary>The subscriptions; an entry without a route is left out, as Dapr does.</summary>
    public static List<Subscription> Read(JsonElement body) =>
        body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray().Select(ReadOne).Where(subscription => subscription.Routes.Count > 0)] : [];

    private static Subscription ReadOne(JsonElement entry)
    {
        List<SubscriptionRoute> routes = [];
        if (Child(entry, "routes") is { ValueKind: JsonValueKind.Object } table)
        {
            if (Child(table, "rules") is { ValueKind: JsonValueKind.Array } rules)
                routes.AddRange(rules.EnumerateArray().Select(rule => new SubscriptionRoute(Text(rule, "match"), Text(rule, "path"))));
            if (Text(table, "default") is { Length: > 0 } path) routes.Add(new SubscriptionRoute("", path));
        }

        if (Text(entry, "route") is { Length: > 0 } route) routes.Add(new SubscriptionRoute("", route));
        var metadata = Child(entry, "metadata") is { ValueKind: JsonValueKind.Object } given
            ? given.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString())
            : [];
        return new Subscription(Text(entry, "pubsubname"), Text(entry, "topic"), routes, Text(entry, "deadLetterTopic"), metadata, IsDeclared: false);
    }

    private static JsonElement Child(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var child) ? child : default;

    private static string Text(JsonElement entry, string name) => Child(entry, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
