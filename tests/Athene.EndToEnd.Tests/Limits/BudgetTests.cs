using Athene.Contracts.Budgets;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Limits;

/// <summary>Budgets of sessions and days, with an agent whose record says that each of its conversations took 70 tokens.</summary>
public sealed class BudgetTests
{
    [Fact]
    public async Task Budget_ofAProject_whenSpent_pausesItsSessionsAndKeepsNewOnesWaiting()
    {
        await using var project = await CappedProject.StartAsync("{ }", "budgets: { project: { tokens: 60 } }");
        var session = await project.Athene.Api.SpawnedAsync(CappedProject.Id, new SpawnRequest(Prompt: "the task", Agent: RecordingAgent.Name));

        var paused = (await project.Athene.Api.SessionWhenAsync(session.Id, now => now.Paused is not null, "was paused")).Paused!;
        var waiting = await project.BeginAsync();

        paused.Reason.ShouldBe(PauseReason.Budget);
        paused.Until.ShouldNotBeNull();
        waiting.State.ShouldBe(OperationState.Queued);
        waiting.Queue!.Reason.ShouldBe("paused: the budget of today for cap is spent (70 of 60 tokens), until 00:00");
        await project.KillServiceAsync();
        var report = (await project.Athene.AtheneAsync("budget", "--project", CappedProject.Id, "--json")).Json<BudgetReport>();
        report.Data.Select(line => (line.Scope, line.Tokens)).ShouldBe([(BudgetScope.Project, 70L), (BudgetScope.Session, 70L)]);
        await Within.TrueAsync(() => project.Athene.Log("notifier").Contains("The budget of today for cap is spent", StringComparison.Ordinal), "a person was told");
        (await project.Athene.AtheneAsync("ls")).Out.ShouldContain("(paused)");
        (await project.Athene.Api.EventsAsync(project: CappedProject.Id, kind: "budget.spent")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Budget_ofASession_whenSpent_endsItOnce_andCountsNothingTwiceAfterARestore()
    {
        await using var project = await CappedProject.StartAsync("{ }", "budgets: { session: { tokens: 60, action: stop } }");
        var session = await project.Athene.Api.SpawnedAsync(CappedProject.Id, new SpawnRequest(Prompt: "the task", Agent: RecordingAgent.Name));

        var ended = await project.Athene.Api.SessionWhenAsync(session.Id, now => now.Lifecycle.IsTerminal, "was ended");
        await project.Athene.Api.RestoredAsync(session.Id);
        await project.KillServiceAsync();

        ended.Status.ShouldBe(SessionStatus.Cleanup);
        await Within.TrueAsync(
            async () => (await project.Athene.AtheneAsync("budget", "--json")).Json<BudgetReport>().Data.Any(line => line.Name == session.Id), "it is live again");
        (await project.Athene.AtheneAsync("budget", "--json")).Json<BudgetReport>().Data.ShouldAllBe(line => line.Tokens == 70);
        (await project.Athene.Api.SessionAsync(session.Id)).Lifecycle.IsTerminal.ShouldBeFalse();
    }
}
