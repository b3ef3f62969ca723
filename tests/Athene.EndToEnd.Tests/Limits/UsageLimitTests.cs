using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Limits;

/// <summary>The limit of an agent's plan: noticed, told, waited for, and gone on after it, whatever is killed meanwhile.</summary>
public sealed class UsageLimitTests
{
    [Fact]
    public async Task Limit_thatIsReached_pausesTheSession_andItGoesOnByItselfOnce()
    {
        await using var project = await CappedProject.StartAsync("{ resumeAfterLimit: true }");
        var session = await project.Athene.Api.SpawnedAsync(CappedProject.Id, new SpawnRequest(Prompt: "the task", Agent: CappedProject.Limited));

        var paused = (await project.Athene.Api.SessionWhenAsync(session.Id, now => now.Paused is not null, "was paused")).Paused!;
        await project.KillServiceAsync();

        paused.Reason.ShouldBe(PauseReason.UsageLimit);
        paused.Until.ShouldNotBeNull();
        await Within.TrueAsync(
            () => project.Athene.Agents.Lines($"typed-{session.Id}").Count > 1, "the agent was told to go on", TimeSpan.FromMinutes(2));
        await project.Athene.Api.SessionWhenAsync(session.Id, now => now.Paused is null, "went on");
        project.Athene.Agents.Lines($"typed-{session.Id}").ShouldBe(["the task", "The limit of your plan has been reset. Go on where you stopped."]);
        (await project.Athene.Api.EventsAsync(session.Id, kind: "session.paused")).ShouldHaveSingleItem();
        await Within.TrueAsync(() => project.Athene.Log("notifier").Contains("is paused: the limit of its plan", StringComparison.Ordinal), "a person was told");
    }

    [Fact]
    public async Task Message_toAPausedSession_waitsUntilThePauseIsOver()
    {
        await using var project = await CappedProject.StartAsync("{ }");
        var session = await project.Athene.Api.SpawnedAsync(CappedProject.Id, new SpawnRequest(Prompt: "the task", Agent: CappedProject.Limited));
        await project.Athene.Api.SessionWhenAsync(session.Id, now => now.Paused is not null, "was paused");

        await project.Athene.AtheneAsync("send", session.Id, "and another thing");

        await Within.TrueAsync(() => project.Athene.Agents.Lines($"typed-{session.Id}").Count == 2, "the message came");
        var resumed = (await project.Athene.Api.EventsAsync(session.Id, kind: "session.resumed")).ShouldHaveSingleItem();
        var delivered = (await project.Athene.Api.EventsAsync(session.Id, kind: "session.message_state"))[0];
        delivered.Id.ShouldBeGreaterThan(resumed.Id);
        (await project.Athene.AtheneAsync("get", session.Id)).Out.ShouldNotContain("paused");
    }
}
