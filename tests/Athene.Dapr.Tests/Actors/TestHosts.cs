namespace Athene.Dapr.Tests.Actors;

/// <summary>Hosts for actors under test that keep their state in a store.</summary>
internal static class TestHosts
{
    public static ActorHost WithState<TActor>(ActorStateStore store, string id)
        where TActor : Actor
    {
        var bare = ActorHost.CreateForTest<TActor>();
        return new ActorHost(
            bare.ActorTypeInfo, new ActorId(id), bare.JsonSerializerOptions, bare.LoggerFactory, bare.ProxyFactory, bare.TimerManager, store);
    }
}
