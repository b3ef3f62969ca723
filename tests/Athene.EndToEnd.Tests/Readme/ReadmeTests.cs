using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;
using Athene.EndToEnd.Tests.Supervision;
using Athene.EndToEnd.Tests.Supervision.Parts;

namespace Athene.EndToEnd.Tests.Readme;

/// <summary>What the README tells a newcomer to type, typed.</summary>
public sealed class ReadmeTests
{
    private const string ScriptedAgent = "exec cat";

    [Fact]
    public async Task OwnProject_commandsTypedOneAfterTheOther_allSucceed()
    {
        await using var athene = Installation.Prepare();
        athene.Agents.Write("claude-code", ScriptedAgent);
        await TestRepository.CreateAsync(Path.Combine(athene.UserHome, "code", "my-app"));
        File.CreateSymbolicLink(Path.Combine(athene.UserHome, "athene"), await Checkout.LauncherAsync());
        var commands = ReadmeText.Commands("## Your own project");
        commands.Count.ShouldBeGreaterThan(5);

        foreach (var command in commands)
        {
            var outcome = await athene.ShellAsync(command, athene.UserHome);
            outcome.ExitCode.ShouldBe(0, $"{command}: {outcome}");
        }
    }

    [Fact]
    public async Task Configuration_example_isTakenAsItStands()
    {
        await using var athene = Installation.Prepare(new InstallationOptions
        {
            Configuration = string.Join('\n', ReadmeText.Block("## Configuration", "yaml")),
        });
        await TestRepository.CreateAsync(Path.Combine(athene.UserHome, "code", "my-app"));

        await athene.UpAsync();

        (await athene.AtheneAsync("project", "ls")).Out.ShouldContain("my-app");
    }

    [Fact]
    public async Task BeingTold_example_reachesSlack()
    {
        using var slack = new SlackReceiver();
        await using var athene = Installation.Prepare(new InstallationOptions
        {
            Configuration = string.Join('\n', ReadmeText.Block("### Being told", "yaml")),
            Variables = new Dictionary<string, string> { ["SLACK_WEBHOOK"] = slack.WebhookUrl },
        });
        await athene.UpAsync();

        var test = await athene.AtheneAsync("notifications", "test", "--priority", "urgent", "--json");

        test.ExitCode.ShouldBe(0, test.ToString());
        slack.Posts.ShouldHaveSingleItem().Text.ShouldContain("This is a test");
    }

    [Fact]
    public async Task Supervision_exampleAsItStands_bringsAFailingCheckToTheAgent()
    {
        await using var place = await SupervisedInstallation.StartAsync(new SupervisionPlan
        {
            Configuration = string.Join('\n', ReadmeText.Block("## From a failing check to a message", "yaml")),
        });
        var session = await place.SpawnAsync();
        var pull = await session.OpenPullRequestAsync();

        await new Story(place).FailAndMendAsync(session, pull);

        session.Typed.ShouldContain(line => line.EndsWith(Story.LastLogLine, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Demo_withoutAnyAccount_showsThreeFinishedSessionsAndLeavesNothing()
    {
        await using var athene = Installation.Prepare();

        var demo = await athene.AtheneAsync("demo", "--json");

        demo.ExitCode.ShouldBe(0, demo.ToString());
        demo.Json<SessionList>().Data.Count.ShouldBe(3);
        demo.Json<SessionList>().Data.ShouldAllBe(session => session.Lifecycle.Session.Reason == Contracts.Lifecycle.SessionReason.ResearchComplete);
        Directory.Exists(Path.Combine(athene.Home, "run")).ShouldBeFalse("the demo has a home of its own");
    }
}
