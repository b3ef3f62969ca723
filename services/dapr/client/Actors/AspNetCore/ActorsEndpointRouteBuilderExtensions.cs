using Athene.Dapr.Actors.AspNetCore;
using Athene.Dapr.Actors.Runtime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves what the sidecar asks of an app that hosts actors.</summary>
public static class ActorsEndpointRouteBuilderExtensions
{
    // Below the app's own endpoints: its /healthz wins over ours.
    private const int LowOrder = 100;

    /// <summary>Serves <c>/dapr/config</c>, <c>/healthz</c>, and the turns and deactivations of actors.</summary>
    /// <exception cref="InvalidOperationException"><c>AddActors</c> was not called, or an actor cannot be hosted.</exception>
    public static IEndpointConventionBuilder MapActorsHandlers(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var runtime = endpoints.ServiceProvider.GetService<ActorRuntime>()
            ?? throw new InvalidOperationException("There is no actor runtime: call services.AddActors(…) before the app is built.");
        var handlers = ActivatorUtilities.CreateInstance<ActorHandlers>(endpoints.ServiceProvider, runtime);
        var health = endpoints.MapHealthChecks("/healthz").WithMetadata(new AllowAnonymousAttribute());
        health.Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = LowOrder);
        return new Together(
        [
            endpoints.MapGet("dapr/config", handlers.ConfigureAsync),
            endpoints.MapDelete("actors/{actorType}/{actorId}", handlers.DeactivateAsync),
            endpoints.MapPut("actors/{actorType}/{actorId}/method/{method}", handlers.CallAsync),
            endpoints.MapPut("actors/{actorType}/{actorId}/method/remind/{reminder}", handlers.RemindAsync),
            endpoints.MapPut("actors/{actorType}/{actorId}/method/timer/{timer}", handlers.FireTimerAsync),
            health,
        ]);
    }

    private sealed class Together(IReadOnlyList<IEndpointConventionBuilder> endpoints) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
            foreach (var endpoint in endpoints) endpoint.Add(convention);
        }

        public void Finally(Action<EndpointBuilder> finallyConvention)
        {
            foreach (var endpoint in endpoints) endpoint.Finally(finallyConvention);
        }
    }
}
