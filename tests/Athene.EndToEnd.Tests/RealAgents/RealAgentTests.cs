using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.EndToEnd.Tests.Harness;
using Athene.Testing.Models;

namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>
/// The real agent programs in Athene's terminals, from their first question to their end. Nothing is replaced but the model.
/// </summary>
[Collection(RealAgentCollection.Name)]
public sealed class RealAgentTests(RealAgentInstallation shared)
{
    private const string Working = "working";
    private const string Asking = "asking";
    private const string Returning = "returning";

    internal static IReadOnlyList<string> Stories { get; } = [Working, Asking, Returning];

    [Theory]
    [InlineData("claude-code")]
    [InlineData("codex")]
    [InlineData("opencode")]
    public async Task Agent_asksAtItsFirstStart_worksCommitsAndEnds(string agent)
    {
        var scene = shared.Scene(agent, Working);
        var work = scene.Model.Hold("Write a greeting", ModelAnswer.Run("echo hello > greeting.txt && git add greeting.txt && git commit -q -m 'Add a greeting' && echo committed it"));
        var end = scene.Model.Hold("committed it", ModelAnswer.Say("The greeting is there."));

        var session = await RealSession.SpawnAsync(shared.Athene, scene, "Write a greeting.", "permissionless");
        await session.AnswerFirstQuestionsAsync(scene.Agent.FirstQuestions);

        await session.ReachesAsync(work);
        await session.WhenAsync(Activity.Active);
        work.Release();
        await session.ReachesAsync(end);
        end.Release();
        await session.ScreenShowsAsync("The greeting is there.");
        await session.EndsItsTurnAsync();

        (await scene.Repository.GitAsync("show", $"{session.Branch}:greeting.txt")).ShouldBe("hello");
        await session.RepositoryIsCleanAsync();
        (await shared.Athene.Api.KilledAsync(session.Id)).Cleaned.ShouldBeTrue();
        (await scene.Repository.GitAsync("show", $"{session.Branch}:greeting.txt")).ShouldBe("hello");
        Directory.Exists(session.Workspace).ShouldBeFalse();
        (await MachineView.ProcessesAsync(session.Workspace)).ShouldBeEmpty();
        scene.Model.Unscripted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("claude-code")]
    [InlineData("codex")]
    [InlineData("opencode")]
    public async Task Agent_thatAsksForPermission_getsItsMessageOnlyAfterTheAnswer(string agent)
    {
        var scene = shared.Scene(agent, Asking);
        scene.Model.When("The second thing.", ModelAnswer.Say("The second thing is done."));
        scene.Model.When("Touch a file", ModelAnswer.RunOutsideSandbox("touch touched.txt && echo touched it", "It makes a file"));
        scene.Model.When("touched it", ModelAnswer.Say("The file is touched."));

        var session = await RealSession.SpawnAsync(shared.Athene, scene, "Touch a file.", "default");
        await session.AnswerFirstQuestionsAsync(scene.Agent.FirstQuestions.Where(question => !question.Shows.Contains("I accept", StringComparison.Ordinal)));

        await session.IsAskedAsync(scene.Agent.Permission);
        var message = await session.SendAsync("The second thing.");
        (await session.StateOfAsync(message)).ShouldBe(MessageState.Queued);
        (await session.ScreenAsync()).ShouldNotContain("The second thing.");
        await session.AnswerAsync(scene.Agent.Permission);

        await session.ScreenShowsAsync("The second thing is done.");
        await session.MessageIsAsync(message, MessageState.Accepted);
        scene.Model.Requests.Count(request => request.LastInput.Contains("The second thing.", StringComparison.Ordinal)).ShouldBe(1);
        await session.EndsItsTurnAsync();
        File.Exists(Path.Combine(session.Workspace, "touched.txt")).ShouldBeTrue();
        (await shared.Athene.Api.KilledAsync(session.Id)).RescueRef.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("claude-code")]
    [InlineData("codex")]
    [InlineData("opencode")]
    public async Task Agent_thatWasKilled_goesOnWithItsConversation(string agent)
    {
        var scene = shared.Scene(agent, Returning);
        scene.Model.When("Remember the word", ModelAnswer.Say("I shall remember aubergine."));
        var question = scene.Model.When("What was the word?", ModelAnswer.Say("The word was aubergine."));

        var session = await RealSession.SpawnAsync(shared.Athene, scene, "Remember the word aubergine.", "permissionless");
        await session.AnswerFirstQuestionsAsync(scene.Agent.FirstQuestions);
        await session.ScreenShowsAsync("I shall remember aubergine.");
        var before = await session.WhenAsync(document => document.AgentInfo is { NativeSessionId: not null, Tokens.Output: > 0 }, "has a record of its conversation, and of what it cost");

        await session.KillAgentAsync();
        await session.WhenAsync(document => document.Lifecycle.Runtime.State is RuntimeState.Exited, "is known to have lost its agent");
        var after = await session.RestoreAsync();
        after.AgentInfo!.NativeSessionId.ShouldBe(before.AgentInfo!.NativeSessionId);
        await session.ScreenShowsAsync("I shall remember aubergine.");

        var message = await session.SendAsync("What was the word?");
        await session.ScreenShowsAsync("The word was aubergine.");
        await session.MessageIsAsync(message, MessageState.Accepted);
        var asked = (await question.Asked).Body;
        asked.ShouldContain("Remember the word aubergine.");
        asked.ShouldContain("I shall remember aubergine.");
        scene.Model.Unscripted.ShouldBeEmpty();
        (await session.EndsItsTurnAsync()).AgentInfo!.NativeSessionId.ShouldBe(before.AgentInfo!.NativeSessionId);
        (await shared.Athene.Api.KilledAsync(session.Id)).Cleaned.ShouldBeTrue();
    }
}
