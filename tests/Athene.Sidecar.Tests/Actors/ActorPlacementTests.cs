using Athene.Sidecar.Actors;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Tests.Actors;

public sealed class ActorPlacementTests
{
    private static readonly KeyValuePair<string, ActorTypeSettings>[] Types = [KeyValuePair.Create("T", new ActorTypeSettings())];
    private static readonly ActorKey Actor = new("T", "a");

    [Fact]
    public async Task WhenHosted_call_that_comes_together_with_the_app_finds_it()
    {
        for (var round = 0; round < 2_000; round++)
        {
            var (placement, apps) = Create();
            using var together = new Barrier(2);
            var call = Task.Run(async () =>
            {
                together.SignalAndWait();
                return await placement.WhenHostedAsync(Actor, CancellationToken.None);
            });
            together.SignalAndWait();
            placement.Arrive(apps.All[0], Types);
            (await call).App.ShouldBe(apps.All[0]);
        }
    }

    [Fact]
    public async Task WhenHosted_type_that_no_app_declares_is_refused_once_all_are_there()
    {
        var (placement, apps) = Create();
        var call = placement.WhenHostedAsync(Actor, CancellationToken.None).AsTask();
        call.IsCompleted.ShouldBeFalse();
        placement.Arrive(apps.All[0], []);
        (await Should.ThrowAsync<ActorException>(call)).Fault.ShouldBe(ActorFault.Invocation);
    }

    private static (ActorPlacement Placement, AppTable Apps) Create()
    {
        var apps = new AppTable(new SidecarOptions { StateDirectory = "", Apps = [new SidecarApp("app", 1, 0, 0)] });
        return (new ActorPlacement(apps, new FakeTimeProvider()), apps);
    }
}
