using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Actors.Runtime;

internal sealed class ScopedActorActivatorFactory(IServiceScopeFactory scopes) : ActorActivatorFactory
{
    public override ActorActivator CreateActivator(ActorTypeInformation type) => new ScopedActorActivator(scopes, type);
}
