using System.Text.Json;
using System.Text.Json.Serialization;
using Athene.Dapr.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr;

/// <summary>Makes the answer to <c>GET /dapr/subscribe</c> from the app's endpoints.</summary>
internal static partial class SubscriptionDocument
{
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One entry a topic, in the order of component and topic; what cannot be meant so is logged.</summary>
    public static IReadOnlyList<Subscription> Of(IEnumerable<RouteEndpoint> endpoints, bool everyTopicIsRaw, ILogger logger) =>
        [.. endpoints
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<ITopicMetadata>().Select(topic => new Subscriber(topic, endpoint)))
            .GroupBy(subscriber => (subscriber.Topic.PubsubName, subscriber.Topic.Name))
            .OrderBy(group => group.Key.PubsubName, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => Merge(group.Key.PubsubName, group.Key.Name, [.. group.OrderBy(s => s.Topic.Priority)], everyTopicIsRaw, logger))];

    private static Subscription Merge(string pubsubName, string topic, IReadOnlyList<Subscriber> subscribers, bool everyTopicIsRaw, ILogger logger)
    {
        string[] defaults = [.. subscribers.Where(s => string.IsNullOrEmpty(s.Topic.Match)).Select(s => s.Route).Distinct()];
        Subscriber[] matching = [.. subscribers.Where(s => !string.IsNullOrEmpty(s.Topic.Match))];
        if (defaults.Length > 1) LogSeveralDefaults(logger, topic, pubsubName, string.Join(", ", defaults));
        foreach (var same in matching.GroupBy(s => s.Topic.Priority).Where(same => same.Count() > 1))
            LogSamePriority(logger, topic, pubsubName, same.Count(), same.Key);

        var fallback = defaults.FirstOrDefault();
        RoutingRule[] rules = [.. matching.Select(s => new RoutingRule(s.Topic.Match!, s.Route))];
        var metadata = MetadataOf(subscribers);
        if (everyTopicIsRaw || subscribers.Any(s => s.Topic is IRawTopicMetadata { EnableRawPayload: true })) metadata["rawPayload"] = "true";
        return new Subscription(
            pubsubName,
            topic,
            Route: rules.Length == 0 ? fallback : null,
            Routes: rules.Length == 0 ? null : new RoutingTable(rules, fallback),
            Metadata: metadata.Count == 0 ? null : metadata,
            DeadLetterTopic: subscribers.Select(s => (s.Topic as IDeadLetterTopicMetadata)?.DeadLetterTopic).FirstOrDefault(t => t is not null),
            BulkSubscribe: subscribers[0].Bulk is { } bulk ? new BulkDelivery(true, bulk.MaxMessagesCount, bulk.MaxAwaitDurationMs) : null);
    }

    private static Dictionary<string, string> MetadataOf(IReadOnlyList<Subscriber> subscribers)
    {
        var separator = subscribers
            .Select(s => (s.Topic as IOwnedOriginalTopicMetadata)?.MetadataSeparator)
            .FirstOrDefault(s => !string.IsNullOrEmpty(s)) ?? ",";
        return subscribers
            .SelectMany(s => s.Metadata)
            .GroupBy(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal)
            .ToDictionary(entries => entries.Key, entries => string.Join(separator, entries.Distinct()), StringComparer.Ordinal);
    }

    internal sealed record Subscription(
        [property: JsonPropertyName("pubsubname")] string PubsubName,
        string Topic,
        string? Route,
        RoutingTable? Routes,
        IReadOnlyDictionary<string, string>? Metadata,
        string? DeadLetterTopic,
        BulkDelivery? BulkSubscribe);

    internal sealed record BulkDelivery(bool Enabled, int MaxMessagesCount, int MaxAwaitDurationMs);

    internal sealed record RoutingTable(IReadOnlyList<RoutingRule> Rules, string? Default);

    internal sealed record RoutingRule(string Match, string Path);

    private sealed record Subscriber(ITopicMetadata Topic, RouteEndpoint Endpoint)
    {
        public string Route => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(Text));

        public IEnumerable<IOriginalTopicMetadata> Metadata
        {
            get
            {
                var owned = (Topic as IOwnedOriginalTopicMetadata)?.OwnedMetadatas ?? [];
                return Endpoint.Metadata.GetOrderedMetadata<IOriginalTopicMetadata>()
                    .Where(entry => string.IsNullOrEmpty(entry.Id) || owned.Contains(entry.Id));
            }
        }

        public IBulkSubscribeMetadata? Bulk =>
            Endpoint.Metadata.GetOrderedMetadata<IBulkSubscribeMetadata>().FirstOrDefault(bulk => bulk.TopicName == Topic.Name);

        private string Text(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part =>
            part is RoutePatternLiteralPart literal
                ? literal.Content
                : throw new InvalidOperationException(
                    $"The route '{Endpoint.RoutePattern.RawText}' subscribes to topic '{Topic.Name}', so it must have no parameters.")));
    }
}
