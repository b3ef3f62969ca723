using Athene.EndToEnd.Tests.Harness;
using Athene.EndToEnd.Tests.Supervision.Parts;

namespace Athene.EndToEnd.Tests.Supervision;

/// <summary>The whole way of a session, on real parts.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task Story_withWebhooks_endsMergedAndCleanedUpWithEverythingToldOnce()
    {
        await using var place = await SupervisedInstallation.StartAsync(new SupervisionPlan { MergeGrace = TimeSpan.FromSeconds(10) });

        var (session, pull) = await new Story(place).PlayAsync();
        await session.PostedAsync($"PR #{pull.Number} merged");
        await Within.TrueAsync(() => place.Slack.Posts.Any(post => post.Text.Contains("All sessions complete", StringComparison.Ordinal)), "the summary was posted");

        (await Outcome.OfAsync(place, session, pull)).ShouldBe(Outcome.Expected);
        session.Typed.ShouldContain(line => line.StartsWith($"- {Story.Check}, step Run tests: http", StringComparison.Ordinal));
        session.Typed.ShouldContain(line => line.EndsWith(Story.LastLogLine, StringComparison.Ordinal));
        session.Typed.ShouldContain(line => line.StartsWith($"- {session.WorkFile}:1, by {Story.Reviewer}", StringComparison.Ordinal));
        (await place.Athene.Machine.TerminalsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Story_withoutWebhooks_isFoundByPollingAndEndsTheSame()
    {
        await using var place = await SupervisedInstallation.StartAsync(new SupervisionPlan { HasWebhooks = false });

        var (session, pull) = await new Story(place).PlayAsync();
        await session.PostedAsync($"PR #{pull.Number} merged");

        (await Outcome.OfAsync(place, session, pull)).ShouldBe(Outcome.Expected);
        place.GitHub.Webhooks.Deliveries.ShouldBeEmpty();
    }
}
