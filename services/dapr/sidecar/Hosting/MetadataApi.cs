using System.Text.Json;
using Athene.Sidecar.PubSub;
using Athene.Sidecar.Resources;
using Athene.Sidecar.Workflows;

namespace Athene.Sidecar.Hosting;

/// <summary><c>/v1.0/metadata</c> and <c>/v1.0/shutdown</c>.</summary>
internal sealed class MetadataApi(ResourceSet resources, Broker broker, WorkflowEngines engines, IHostApplicationLifetime lifetime)
{
    /// <summary>The Dapr version whose behaviour the embedded sidecar follows.</summary>
    private const string RuntimeVersion = "1.18.3";

    private static readonly string[] StateCapabilities = ["ETAG", "TRANSACTIONAL", "TTL"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/metadata", context => context.Response.WriteJsonAsync(json => Write(json, context.CallingApp())));
        routes.MapPut("/v1.0/metadata/{key}", async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            context.CallingApp().Labels[RawTarget.Segment(context, 2)] = await body.ReadToEndAsync(context.RequestAborted);
            context.Response.StatusCode = 204;
        });
        routes.MapPost("/v1.0/shutdown", context =>
        {
            context.Response.StatusCode = 204;
            context.Response.OnCompleted(() =>
            {
                lifetime.StopApplication();
                return Task.CompletedTask;
            });
            return Task.CompletedTask;
        });
    }

    private void Write(Utf8JsonWriter json, HostedApp app)
    {
        json.WriteStartObject();
        json.WriteString("id", app.Id);
        json.WriteString("runtimeVersion", RuntimeVersion);
        json.WriteStartArray("enabledFeatures");
        json.WriteEndArray();
        json.WriteStartArray("components");
        foreach (var component in resources.Components.Where(component => component.IsFor(app.Id))) WriteComponent(json, component);
        json.WriteEndArray();
        json.WriteStartObject("extended");
        foreach (var (name, value) in app.Labels.OrderBy(label => label.Key, StringComparer.Ordinal)) json.WriteString(name, value);
        json.WriteString("daprRuntimeVersion", RuntimeVersion);
        json.WriteEndObject();
        json.WriteStartArray("subscriptions");
        foreach (var subscription in broker.SubscriptionsOf(app.Id)) WriteSubscription(json, subscription);
        json.WriteEndArray();
        json.WriteStartObject("appConnectionProperties");
        json.WriteNumber("port", app.AppPort);
        json.WriteString("protocol", "http");
        json.WriteString("channelAddress", "127.0.0.1");
        json.WriteEndObject();
        json.WriteStartObject("workflows");
        json.WriteNumber("connectedWorkers", engines.For(app).ConnectedWorkers);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteComponent(Utf8JsonWriter json, Component component)
    {
        json.WriteStartObject();
        json.WriteString("name", component.Name);
        json.WriteString("type", component.Type);
        json.WriteString("version", component.Version);
        if (component.IsStateStore)
        {
            json.WriteStartArray("capabilities");
            foreach (var capability in StateCapabilities) json.WriteStringValue(capability);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSubscription(Utf8JsonWriter json, Subscription subscription)
    {
        json.WriteStartObject();
        json.WriteString("pubsubname", subscription.PubSub);
        json.WriteString("topic", subscription.Topic);
        if (subscription.Metadata.Count > 0)
        {
            json.WriteStartObject("metadata");
            foreach (var (name, value) in subscription.Metadata) json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteStartArray("rules");
        foreach (var route in subscription.Routes)
        {
            json.WriteStartObject();
            if (route.Match.Length > 0) json.WriteString("match", route.Match);
            json.WriteString("path", route.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("deadLetterTopic", subscription.DeadLetterTopic);
        json.WriteString("type", subscription.IsDeclared ? "DECLARATIVE" : "PROGRAMMATIC");
        json.WriteEndObject();
    }
}
