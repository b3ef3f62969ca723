using System.Net;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Limits;

/// <summary><c>spawn --after</c>: work that comes after other work.</summary>
public sealed class SpawnAfterTests
{
    [Fact]
    public async Task Spawn_afterASession_beginsWhenThatIsDone()
    {
        await using var project = await CappedProject.StartAsync("{ }");
        var first = await project.Athene.Api.SpawnedAsync(CappedProject.Id, new SpawnRequest("7", Agent: CappedProject.Finisher));

        var second = await project.BeginAsync("8", "7");
        var third = await project.BeginAsync("9", "8", first.Id);

        second.Queue.ShouldNotBeNull().Reason.ShouldBe($"{first.Id} to be done first");
        (await project.QueueAsync())[1].After.ShouldBe(["issue 8", first.Id]);
        await project.KillServiceAsync();
        await File.WriteAllTextAsync(project.Athene.Agents.NotePath("finish"), "");
        (await project.Athene.Api.EndOfAsync(second.Id)).State.ShouldBe(OperationState.Succeeded);
        (await project.QueueAsync()).ShouldHaveSingleItem().OperationId.ShouldBe(third.Id);
    }

    [Fact]
    public async Task Spawn_afterASessionThatIsKilled_isHeldUntilAPersonReleasesIt()
    {
        await using var project = await CappedProject.StartAsync("{ }");
        var first = await project.Athene.Api.SpawnedAsync(CappedProject.Id, new SpawnRequest("7", Agent: AgentScripts.Echo));
        var second = await project.BeginAsync("8", first.Id);

        await project.Athene.Api.KilledAsync(first.Id);

        await Within.TrueAsync(async () => (await project.QueueAsync())[0].Place.Held, "the spawn was held");
        (await project.Athene.Api.EventsAsync(project: CappedProject.Id, kind: "session.spawn_held")).ShouldHaveSingleItem();
        await Within.TrueAsync(() => project.Athene.Log("notifier").Contains("The spawn for issue 8 is held", StringComparison.Ordinal), "a person was told");
        (await project.Athene.AtheneAsync("queue", "release", second.Id)).ExitCode.ShouldBe(0);
        (await project.Athene.Api.EndOfAsync(second.Id)).State.ShouldBe(OperationState.Succeeded);
    }

    [Fact]
    public async Task Spawn_afterSomethingUnknown_isRefused()
    {
        await using var project = await CappedProject.StartAsync("{ }");

        (await project.Athene.Api.PostAsync($"v1/projects/{CappedProject.Id}/sessions", new SpawnRequest("8", After: ["8"], Agent: AgentScripts.Echo)))
            .Problem(HttpStatusCode.NotFound, "dependency-not-found");
    }
}
