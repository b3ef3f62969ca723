using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Actors;
using Athene.Sidecar.PubSub;
using Athene.Sidecar.Resources;
using Athene.Sidecar.Workflows;

namespace Athene.Sidecar.Hosting;

/// <summary>What a sidecar says about itself to one app, in the protocol's own message. Both APIs show this.</summary>
internal sealed class SidecarMetadata(ResourceSet resources, Broker broker, ActorTurns actors, WorkflowEngines engines)
{
    /// <summary>The Dapr version whose behaviour the embedded sidecar follows.</summary>
    private const string RuntimeVersion = "1.18.3";

    private static readonly string[] StateCapabilities = ["ETAG", "TRANSACTIONAL", "TTL", "ACTOR"];

    public GetMetadataResponse Of(HostedApp app)
    {
        var metadata = new GetMetadataResponse
        {
            Id = app.Id,
            RuntimeVersion = RuntimeVersion,
            AppConnectionProperties = new AppConnectionProperties { Port = app.AppPort, Protocol = "http", ChannelAddress = "127.0.0.1" },
            Workflows = new MetadataWorkflows { ConnectedWorkers = engines.For(app).ConnectedWorkers },
        };
        var active = actors.CountsOf(app).Select(type => new ActiveActorsCount { Type = type.Key, Count = type.Value }).ToList();
        metadata.ActiveActorsCount.AddRange(active);
        metadata.ActorRuntime = new ActorRuntime { RuntimeStatus = ActorRuntime.Types.ActorRuntimeStatus.Running, HostReady = true, Placement = "placement: connected" };
        metadata.ActorRuntime.ActiveActors.AddRange(active);
        metadata.RegisteredComponents.AddRange(resources.Components.Where(component => component.IsFor(app.Id)).Select(Of));
        metadata.Subscriptions.AddRange(broker.SubscriptionsOf(app.Id).Granted.Select(Of));
        foreach (var (name, value) in app.Labels.OrderBy(label => label.Key, StringComparer.Ordinal)) metadata.ExtendedMetadata[name] = value;
        metadata.ExtendedMetadata["daprRuntimeVersion"] = RuntimeVersion;
        foreach (var refused in broker.SubscriptionsOf(app.Id).Refused) metadata.ExtendedMetadata[$"refusedSubscription:{refused.PubSub}/{refused.Topic}"] = refused.Reason;
        return metadata;
    }

    private static RegisteredComponents Of(Component component)
    {
        var registered = new RegisteredComponents { Name = component.Name, Type = component.Type, Version = component.Version };
        if (component.IsStateStore) registered.Capabilities.AddRange(StateCapabilities);
        return registered;
    }

    private static PubsubSubscription Of(Subscription subscription)
    {
        var shown = new PubsubSubscription
        {
            PubsubName = subscription.PubSub,
            Topic = subscription.Topic,
            DeadLetterTopic = subscription.DeadLetterTopic,
            Type = subscription.IsDeclared ? PubsubSubscriptionType.Declarative : PubsubSubscriptionType.Programmatic,
            Rules = new PubsubSubscriptionRules(),
        };
        foreach (var (name, value) in subscription.Metadata) shown.Metadata.Add(name, value);
        shown.Rules.Rules.AddRange(subscription.Routes.Select(route => new PubsubSubscriptionRule { Match = route.Rule?.Text ?? "", Path = route.Path }));
        return shown;
    }
}
