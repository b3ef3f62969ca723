using System.Net;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Limits;

/// <summary>Spawns beyond the cap wait, and nothing loses their place.</summary>
public sealed class SpawnQueueTests
{
    [Fact]
    public async Task Spawn_beyondTheCap_waitsAndBeginsInOrder_throughKillsOfTheService()
    {
        await using var project = await CappedProject.StartAsync("{ maxSessions: 2 }");
        var operations = new List<OperationDocument>();
        for (var number = 1; number <= 6; number++) operations.Add(await project.BeginAsync($"issue-{number}"));

        operations[5].State.ShouldBe(OperationState.Queued);
        operations[5].Queue.ShouldNotBeNull().Before.ShouldBe(3);
        operations[5].Queue!.Reason.ShouldBe("2 of 2 sessions at work");
        await project.KillServiceAsync();
        (await project.QueueAsync()).Select(waiting => waiting.OperationId).ShouldBe(operations[2..].Select(operation => operation.Id));

        for (var ended = 1; ended <= 4; ended++)
        {
            var live = await project.WhenLiveAsync(2);
            await project.Athene.Api.KilledAsync(live[0].Id);
            if (ended % 2 == 0) await project.KillServiceAsync();
        }

        foreach (var operation in operations) (await project.Athene.Api.EndOfAsync(operation.Id)).State.ShouldBe(OperationState.Succeeded);
        var sessions = await project.Athene.Api.ListAsync(CappedProject.Id, all: true);
        sessions.Select(session => session.Issue).ShouldBe(Enumerable.Range(1, 6).Select(number => $"issue-{number}"), ignoreOrder: true);
        sessions.Count(session => project.Athene.Agents.Starts(session.Id) == 1).ShouldBe(6);
        (await project.MostTerminalsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Queue_cancel_freesTheIssueAndEndsTheOperation()
    {
        await using var project = await CappedProject.StartAsync("{ maxSessions: 1 }");
        await project.BeginAsync("first");
        var waiting = await project.BeginAsync("7");
        (await project.Athene.Api.PostAsync($"v1/projects/{CappedProject.Id}/sessions", new SpawnRequest("#7", Agent: AgentScripts.Echo)))
            .Problem(HttpStatusCode.Conflict, "issue-taken");

        (await project.Athene.AtheneAsync("queue", "cancel", waiting.Id, "--json")).ExitCode.ShouldBe(0);

        (await project.Athene.Api.EndOfAsync(waiting.Id)).Error.ShouldNotBeNull().Type.ShouldEndWith("operation-cancelled");
        (await project.QueueAsync()).ShouldBeEmpty();
        var again = await project.BeginAsync("7");
        again.State.ShouldBe(OperationState.Queued);
        (await project.Athene.AtheneAsync("queue", "ls")).Out.ShouldContain(again.Id);
        await project.Athene.Api.KilledAsync((await project.WhenLiveAsync(1))[0].Id);
        (await project.Athene.Api.EndOfAsync(again.Id)).State.ShouldBe(OperationState.Succeeded);
        (await project.Athene.AtheneAsync("queue", "cancel", again.Id)).ExitCode.ShouldBe(4);
    }

    [Fact]
    public async Task Spawn_whenMemoryIsShort_waitsUnlessItIsTheOnlyOne()
    {
        await using var project = await CappedProject.StartAsync("{ minFreeMemoryMb: 100000000 }");

        var first = await project.BeginAsync();
        await project.WhenLiveAsync(1);
        var second = await project.BeginAsync();

        (await project.Athene.Api.EndOfAsync(first.Id)).State.ShouldBe(OperationState.Succeeded);
        second.Queue.ShouldNotBeNull().Reason.ShouldContain("MB of memory free");
        await project.Athene.Api.KilledAsync((await project.WhenLiveAsync(1))[0].Id);
        (await project.Athene.Api.EndOfAsync(second.Id)).State.ShouldBe(OperationState.Succeeded);
    }

    [Fact]
    public async Task BatchSpawn_ofAHundredIssues_startsAsManyAsMayRun_andTheOthersWait()
    {
        await using var project = await CappedProject.StartAsync("{ maxSessions: 3 }");

        var batch = await project.Athene.AtheneAsync(
            ["batch-spawn", "--project", CappedProject.Id, "--agent", AgentScripts.Echo, .. Enumerable.Range(1, 100).Select(number => $"issue-{number}")]);
        await project.KillServiceAsync();
        var live = await project.WhenLiveAsync(3);
        foreach (var session in live) await project.Athene.Api.KilledAsync(session.Id);
        var next = await project.WhenLiveAsync(3);

        batch.ExitCode.ShouldBe(0, batch.ToString());
        batch.Out.Split('\n').Count(line => line.StartsWith("waits ", StringComparison.Ordinal)).ShouldBe(97);
        live.Concat(next).Select(session => session.Issue).Order().ShouldBe(Enumerable.Range(1, 6).Select(number => $"issue-{number}"));
        (await project.QueueAsync()).Count.ShouldBe(94);
        (await project.MostTerminalsAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Spawn_withoutLimits_hasNothingToDoWithTheQueue()
    {
        await using var project = await CappedProject.StartAsync("{ }");

        await project.Athene.Api.SpawnedAsync(CappedProject.Id, new SpawnRequest("7", Agent: AgentScripts.Echo));

        (await new StateStore(project.Athene).ReadAsync("spawn-queue")).ShouldBeNull();
        (await project.Athene.Api.EventsAsync(project: CappedProject.Id, kind: "session.spawn_queued")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Spawn_withTheSameKey_isTheSameWaitingSpawn()
    {
        await using var project = await CappedProject.StartAsync("{ maxSessions: 1 }");
        await project.BeginAsync();

        var answers = new List<OperationDocument>();
        foreach (var _ in (int[])[1, 2])
        {
            answers.Add((await project.Athene.Api.PostAsync(
                $"v1/projects/{CappedProject.Id}/sessions", new SpawnRequest(Prompt: "once", Agent: AgentScripts.Echo), ("Idempotency-Key", "k")))
                .As<OperationDocument>(HttpStatusCode.Accepted));
        }

        answers[1].Id.ShouldBe(answers[0].Id);
        (await project.QueueAsync()).ShouldHaveSingleItem().OperationId.ShouldBe(answers[0].Id);
    }
}
