using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;
using Athene.Testing.Models;

namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>A session of a real agent, used as a person would: through the API, and with keys where the agent itself asks.</summary>
internal sealed class RealSession(Installation athene, Scene scene, SessionDocument spawned)
{
    /// <summary>The programs are large, and the machine may be busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Id => spawned.Id;

    public string Workspace => spawned.WorkspacePath!;

    public string Branch => spawned.Branch!;

    public static async Task<RealSession> SpawnAsync(Installation athene, Scene scene, string prompt, string permissions) =>
        new(athene, scene, await athene.Api.SpawnedAsync(scene.ProjectId, new SpawnRequest(Prompt: prompt, Permissions: permissions)));

    public Task<SessionDocument> WhenAsync(Func<SessionDocument, bool> condition, string what) =>
        SeenAsync(async () => await athene.Api.SessionAsync(Id) is var session && condition(session) ? session : null, what);

    public Task<SessionDocument> WhenAsync(Activity activity) => WhenAsync(session => session.Activity == activity, $"is {activity}");

    /// <summary>The agent has said its last word, and Athene knows it from the agent: not from a screen that has been silent for long.</summary>
    public Task<SessionDocument> EndsItsTurnAsync() => WhenAsync(
        session => session is { Activity: Activity.Ready or Activity.Idle, ActivityEvidence.Source: "native" or "hook" }, "has ended its turn");

    /// <summary>Athene knows that a person is asked, and says what.</summary>
    public async Task IsAskedAsync(Question question)
    {
        await ScreenShowsAsync(question.Shows);
        var asked = await WhenAsync(Activity.WaitingInput);
        asked.ActivityEvidence.ShouldNotBeNull().Detail.ShouldNotBeNullOrWhiteSpace();
    }

    /// <summary>Presses the key of the answer.</summary>
    public async Task AnswerAsync(Question question)
    {
        (await athene.Machine.TmuxAsync("send-keys", "-t", $"={Id}:", question.Key)).ExitCode.ShouldBe(0);
        await SeenAsync(async () => (await ScreenAsync()).Contains(question.Shows, StringComparison.Ordinal) ? null : question, $"goes on after '{question.Shows}'");
    }

    /// <summary>Answers what the agent asks at its first start in a repository, until it is at its task.</summary>
    public async Task AnswerFirstQuestionsAsync(IEnumerable<Question> questions)
    {
        foreach (var question in questions)
        {
            await IsAskedAsync(question);
            scene.Model.Requests.ShouldBeEmpty();
            await AnswerAsync(question);
        }
    }

    public async Task<string> ScreenAsync() => (await athene.Api.GetAsync($"v1/sessions/{Id}/output?lines=60")).Body.Replace("\\n", "\n", StringComparison.Ordinal);

    public Task ScreenShowsAsync(string text) => SeenAsync(
        async () => (await ScreenAsync()).Contains(text, StringComparison.Ordinal) ? text : null, $"shows '{text}'");

    /// <summary>The agent has come to this turn of the script.</summary>
    public Task ReachesAsync(ModelTurn turn) => SeenAsync(
        () => Task.FromResult(turn.Asked.IsCompleted ? turn : null), $"asks the model about '{turn.Hears}'");

    public Task MessageIsAsync(string messageId, MessageState state) => SeenAsync(
        async () => await StateOfAsync(messageId) == state ? messageId : null, $"has its message {state}");

    /// <summary>Hands over a message without waiting for its delivery.</summary>
    public async Task<string> SendAsync(string text) =>
        (await athene.Api.PostAsync($"v1/sessions/{Id}/messages", new MessageRequest(text))).As<MessageDocument>(System.Net.HttpStatusCode.Accepted).MessageId;

    public async Task<MessageState> StateOfAsync(string messageId) =>
        (await athene.Api.GetAsync($"v1/sessions/{Id}/messages/{messageId}")).As<MessageDocument>().State;

    /// <summary>What the kernel does to a program when the memory is used up.</summary>
    public async Task KillAgentAsync()
    {
        var pid = (await athene.Machine.TmuxAsync("display-message", "-p", "-t", $"={Id}:", "#{pane_pid}")).Out.Trim();
        await Shell.AskAsync("kill", ["-KILL", pid]);
    }

    public async Task<SessionDocument> RestoreAsync() => (await athene.Api.PostAsync($"v1/sessions/{Id}/restore")).As<SessionDocument>();

    /// <summary>Nothing of Athene's or of the agent's own lies in the worktree or the repository.</summary>
    public async Task RepositoryIsCleanAsync()
    {
        (await TestRepository.GitInAsync(Workspace, "status", "--porcelain", "--ignored")).ShouldBeEmpty();
        (await scene.Repository.GitAsync("status", "--porcelain", "--ignored")).ShouldBeEmpty();
    }

    /// <summary>Waits, and says how everything stood when it waited in vain.</summary>
    private async Task<T> SeenAsync<T>(Func<Task<T?>> look, string what)
        where T : class
    {
        try
        {
            return await Within.GetAsync(look, $"{Id} {what}", Patience);
        }
        catch (TimeoutException late)
        {
            var session = await athene.Api.SessionAsync(Id);
            var asked = string.Join('\n', scene.Model.Requests.Concat(scene.Model.SideRequests).Select(request => $"{request.Target} {request.OffersShell}: {request.LastInput}"));
            throw new TimeoutException($"{late.Message}\nIt is {session.Activity} by {session.ActivityEvidence}.\nThe model was asked:\n{asked}\nThe screen:\n{await ScreenAsync()}", late);
        }
    }
}
