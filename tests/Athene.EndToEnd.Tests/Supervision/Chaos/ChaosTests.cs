using System.Diagnostics;
using Athene.EndToEnd.Tests.Crash.Matrix;
using Athene.EndToEnd.Tests.Harness;
using Athene.EndToEnd.Tests.Supervision.Parts;
using Xunit.Abstractions;

namespace Athene.EndToEnd.Tests.Supervision.Chaos;

/// <summary>The story, with everything that Athene consists of killed once while it is played.</summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>All rounds are played in one home, one after the other, as in the life of an installation.</summary>
    [Fact]
    public async Task Rounds_everyServiceKilledOnce_endAlikeWithNothingTwiceAndNothingLeft()
    {
        await using var place = await SupervisedInstallation.StartAsync();
        var started = Stopwatch.GetTimestamp();
        await PlayAsync(place, new Killings(place.Athene, []));
        var span = Stopwatch.GetElapsedTime(started);

        var dice = new Random(ChaosSize.Seed);
        for (var round = 1; round <= ChaosSize.Rounds; round++)
        {
            var killings = Killings.Draw(place.Athene, dice, span);
            try
            {
                await PlayAsync(place, killings);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Round {round} of {ChaosSize.Rounds} (seed {ChaosSize.Seed}), {killings}: {failure.Message}", failure);
            }
        }

        output.WriteLine($"{ChaosSize.Rounds} rounds in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; the story by itself {span.TotalSeconds:0.0} s.");
        await ShouldBeEmptyAsync(place);
    }

    private static async Task PlayAsync(SupervisedInstallation place, Killings killings)
    {
        var story = new Story(place) { Patience = Patience }.PlayAsync();
        await Task.WhenAll(story, killings.CarryOutAsync());
        await Killings.RecoveredAsync(place.Athene);
        var (session, pull) = await story;
        await session.PostedAsync($"PR #{pull.Number} merged");
        (await Outcome.OfAsync(place, session, pull)).ShouldBe(Outcome.Expected);
    }

    private static async Task ShouldBeEmptyAsync(SupervisedInstallation place)
    {
        (await place.Athene.Api.ListAsync(SupervisedInstallation.Project)).ShouldBeEmpty();
        (await place.Clone.WorktreesAsync()).ShouldBeEmpty();
        place.Athene.Machine.WorktreeDirectories(SupervisedInstallation.Project).ShouldBeEmpty();
        place.Athene.Machine.Prompts(SupervisedInstallation.Project).ShouldBeEmpty();
        (await place.Athene.Machine.TerminalsAsync()).ShouldBeEmpty();
        AgentProcesses.Of(place.Athene.Agents.Notes).ShouldBeEmpty();
    }
}
