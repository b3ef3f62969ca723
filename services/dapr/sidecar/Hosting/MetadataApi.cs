using System.Text.Json;
using Athene.Dapr.Protocol.Runtime;
using Google.Protobuf.Collections;

namespace Athene.Sidecar.Hosting;

/// <summary><c>/v1.0/metadata</c> and <c>/v1.0/shutdown</c>.</summary>
internal sealed class MetadataApi(SidecarMetadata metadata, IHostApplicationLifetime lifetime)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/metadata", context => context.Response.WriteJsonAsync(json => Write(json, metadata.Of(context.CallingApp()))));
        routes.MapPut("/v1.0/metadata/{key}", async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            context.CallingApp().Labels[RawTarget.Segment(context, 2)] = await body.ReadToEndAsync(context.RequestAborted);
            context.Response.StatusCode = 204;
        });
        routes.MapPost("/v1.0/shutdown", context =>
        {
            context.Response.StatusCode = 204;
            lifetime.StopAfter(context.Response);
            return Task.CompletedTask;
        });
    }

    private static void Write(Utf8JsonWriter json, GetMetadataResponse shown)
    {
        json.WriteStartObject();
        json.WriteString("id", shown.Id);
        json.WriteString("runtimeVersion", shown.RuntimeVersion);
        json.WriteStartArray("enabledFeatures");
        foreach (var feature in shown.EnabledFeatures) json.WriteStringValue(feature);
        json.WriteEndArray();
        if (shown.ActiveActorsCount.Count > 0) WriteActors(json, "actors", shown.ActiveActorsCount);
        json.WriteStartArray("components");
        foreach (var component in shown.RegisteredComponents) WriteComponent(json, component);
        json.WriteEndArray();
        WriteMap(json, "extended", shown.ExtendedMetadata);
        json.WriteStartArray("subscriptions");
        foreach (var subscription in shown.Subscriptions) WriteSubscription(json, subscription);
        json.WriteEndArray();
        json.WriteStartObject("appConnectionProperties");
        json.WriteNumber("port", shown.AppConnectionProperties.Port);
        json.WriteString("protocol", shown.AppConnectionProperties.Protocol);
        json.WriteString("channelAddress", shown.AppConnectionProperties.ChannelAddress);
        json.WriteEndObject();
        json.WriteStartObject("actorRuntime");
        json.WriteString("runtimeStatus", "RUNNING");
        if (shown.ActorRuntime.ActiveActors.Count > 0) WriteActors(json, "activeActors", shown.ActorRuntime.ActiveActors);
        json.WriteBoolean("hostReady", shown.ActorRuntime.HostReady);
        json.WriteString("placement", shown.ActorRuntime.Placement);
        json.WriteEndObject();
        if (shown.Workflows.ConnectedWorkers > 0) WriteWorkflows(json, shown.Workflows);
        json.WriteEndObject();
    }

    private static void WriteWorkflows(Utf8JsonWriter json, MetadataWorkflows workflows)
    {
        json.WriteStartObject("workflows");
        json.WriteNumber("connectedWorkers", workflows.ConnectedWorkers);
        json.WriteEndObject();
    }

    private static void WriteActors(Utf8JsonWriter json, string name, RepeatedField<ActiveActorsCount> types)
    {
        json.WriteStartArray(name);
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("type", type.Type);
            if (type.Count > 0) json.WriteNumber("count", type.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteComponent(Utf8JsonWriter json, RegisteredComponents component)
    {
        json.WriteStartObject();
        json.WriteString("name", component.Name);
        json.WriteString("type", component.Type);
        json.WriteString("version", component.Version);
        if (component.Capabilities.Count > 0)
        {
            json.WriteStartArray("capabilities");
            foreach (var capability in component.Capabilities) json.WriteStringValue(capability);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSubscription(Utf8JsonWriter json, PubsubSubscription subscription)
    {
        json.WriteStartObject();
        json.WriteString("pubsubname", subscription.PubsubName);
        json.WriteString("topic", subscription.Topic);
        if (subscription.Metadata.Count > 0) WriteMap(json, "metadata", subscription.Metadata);
        json.WriteStartArray("rules");
        foreach (var rule in subscription.Rules.Rules)
        {
            json.WriteStartObject();
            if (rule.Match.Length > 0) json.WriteString("match", rule.Match);
            json.WriteString("path", rule.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("deadLetterTopic", subscription.DeadLetterTopic);
        json.WriteString("type", subscription.Type == PubsubSubscriptionType.Declarative ? "DECLARATIVE" : "PROGRAMMATIC");
        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, MapField<string, string> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in map) json.WriteString(key, value);
        json.WriteEndObject();
    }
}
