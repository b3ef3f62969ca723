using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Tests.Actors;

/// <summary>What cannot be called from afar is refused when the proxy is made or the actor is hosted, with the reason.</summary>
public sealed class ActorInterfaceTests
{
    public interface ITwoArguments : IActor
    {
        Task MoveAsync(int x, int y);
    }

    public interface IOverloaded : IActor
    {
        Task SayAsync();

        Task SayAsync(string word);
    }

    public interface IGenericMethod : IActor
    {
        Task KeepAsync<T>(T value);
    }

    public interface INoTask : IActor
    {
        int Count();
    }

    public interface IByReference : IActor
    {
        Task FillAsync(ref int value);
    }

    public interface IGeneric<T> : IActor
    {
        Task KeepAsync(T value);
    }

    public interface IStranger
    {
        Task StayAsync();
    }

    public interface IOfStranger : IActor, IStranger;

    public interface ITwoTokens : IActor
    {
        Task WaitAsync(CancellationToken first, CancellationToken second);
    }

    [Theory]
    [InlineData(typeof(ITwoArguments), "more than one argument")]
    [InlineData(typeof(IOverloaded), "exists twice")]
    [InlineData(typeof(IGenericMethod), "is generic")]
    [InlineData(typeof(INoTask), "returns Int32 instead of a Task")]
    [InlineData(typeof(IByReference), "by reference")]
    [InlineData(typeof(IGeneric<int>), "is generic")]
    [InlineData(typeof(IOfStranger), "does not derive from IActor")]
    [InlineData(typeof(ITwoTokens), "more than one argument")]
    [InlineData(typeof(IStranger), "no interface that derives from IActor")]
    [InlineData(typeof(IActor), "no interface that derives from IActor")]
    [InlineData(typeof(Counter), "no interface that derives from IActor")]
    public void Proxy_of_what_cannot_be_called_is_refused(Type type, string reason) =>
        Should.Throw<ArgumentException>(() => ActorProxy.Create(new ActorId("a"), type, "T")).Message.ShouldContain(reason);

    [Fact]
    public void Hosting_an_actor_that_cannot_be_called_is_refused()
    {
        Refuse<ArgumentException>(options => options.Actors.RegisterActor<Overloaded>(), "exists twice");
        Refuse<ArgumentException>(options => options.Actors.RegisterActor<WithoutInterface>(), "nobody could call it");
        Refuse<InvalidOperationException>(options => options.Actors.RegisterActor<Abstract>(), "is abstract");
        Refuse<InvalidOperationException>(
            options =>
            {
                options.Actors.RegisterActor<Counter>();
                options.Actors.RegisterActor<RecordedCounter>();
            },
            "Counter is registered twice");
    }

    [Fact]
    public void Proxy_knows_its_actor_and_can_be_kept_as_a_reference()
    {
        var proxy = ActorProxy.Create<ICounter>(new ActorId("a"), "Counter");

        var reference = ActorReference.Get(proxy)!;

        (reference.ActorId, reference.ActorType).ShouldBe((new ActorId("A"), "Counter"));
        reference.Bind(typeof(ICounter)).ShouldBeAssignableTo<ICounter>();
        Should.Throw<ArgumentOutOfRangeException>(() => ActorReference.Get("a"));
    }

    private static void Refuse<TException>(Action<ActorRuntimeOptions> configure, string reason)
        where TException : Exception
    {
        var services = new ServiceCollection();
        services.AddActors(configure);
        using var provider = services.BuildServiceProvider();
        Should.Throw<TException>(() => provider.GetRequiredService<ActorRuntime>()).Message.ShouldContain(reason);
    }

    private sealed class Overloaded(ActorHost host) : Actor(host), IOverloaded
    {
        public Task SayAsync() => Task.CompletedTask;

        public Task SayAsync(string word) => Task.CompletedTask;
    }

    private sealed class WithoutInterface(ActorHost host) : Actor(host);

    private abstract class Abstract(ActorHost host) : Actor(host), ICounter
    {
        public abstract Task<int> AddAsync(int by);

        public abstract Task<int> GetAsync();

        public abstract Task AddThenThrowAsync(int by);

        public abstract Task<int> AddSlowlyAsync(CancellationToken cancellationToken);

        public abstract Task<int> AddAroundAsync(string helper);

        public abstract Task AddAndCallBackInVainAsync(string helper);
    }
}
