using System.Collections.Concurrent;
using System.Net;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>What people and agents do to a fleet, each repeated until it is answered, as a person does whose command was cut off.</summary>
internal sealed class FleetOperations(Installation athene, Fleet fleet)
{
    /// <summary>A project whose every spawn fails in its last step but two, and is undone.</summary>
    public const string Broken = "broken";

    public const string Project = "p";

    /// <summary>How every message of the matrix begins.</summary>
    public const string MessageMark = "message-";

    // Refusals that a race with another operation of the same round explains; nothing was changed then.
    private static readonly HttpStatusCode[] Races = [HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity];

    private readonly ConcurrentQueue<string> surprises = new();

    /// <summary>Answers that nothing of the round explains.</summary>
    public IReadOnlyCollection<string> Surprises => surprises;

    public async Task SpawnAsync()
    {
        var key = Guid.NewGuid().ToString("N");
        var answer = await Persistently.AskAsync(() => athene.Api.SpawnAsync(
            Project, new SpawnRequest(Prompt: $"task-{key}", Agent: AgentScripts.Listener), ("Idempotency-Key", key)));
        if (answer.Status is HttpStatusCode.Created) fleet.Spawned(key, answer.As<SessionDocument>(HttpStatusCode.Created));
        else surprises.Enqueue($"spawn: {answer}");
    }

    public async Task SpawnBrokenAsync()
    {
        var key = Guid.NewGuid().ToString("N");
        var answer = await Persistently.AskAsync(() => athene.Api.SpawnAsync(
            Broken, new SpawnRequest(Prompt: "never done", Agent: AgentScripts.Listener), ("Idempotency-Key", key)));
        if (!answer.Body.Contains("exit code 3", StringComparison.Ordinal)) surprises.Enqueue($"spawn that must fail: {answer}");
    }

    public async Task SendAsync(string sessionId)
    {
        var message = new MessageRequest($"{MessageMark}{Guid.NewGuid():N}", $"m-{Guid.NewGuid():N}");
        var answer = await Persistently.AskAsync(() => athene.Api.PostAsync($"v1/sessions/{sessionId}/messages", message));
        if (answer.Status is HttpStatusCode.Accepted)
            fleet.Took(new Sent(sessionId, message.Id!, message.Text, answer.As<MessageDocument>(HttpStatusCode.Accepted).State));
        else Explain("send", answer);
    }

    public async Task KillAsync(string sessionId, bool purge) =>
        Explain("kill", await Persistently.AskAsync(() => athene.Api.PostAsync($"v1/sessions/{sessionId}/kill", new KillRequest(Purge: purge))));

    public async Task RestoreAsync(string sessionId) => Explain(
        "restore", await Persistently.AskAsync(() => athene.Api.PostAsync($"v1/sessions/{sessionId}/restore", null, ("Prefer", "wait=60"))));

    public async Task CleanUpAsync() => Explain("cleanup", await Persistently.AskAsync(() => athene.Api.PostAsync("v1/cleanup", new CleanupRequest(Project))));

    public async Task ClaimAsync(SessionDocument session, int pullRequest)
    {
        fleet.AskedToLeave(session.Branch!);
        Explain("claim", await Persistently.AskAsync(() => athene.Api.PostAsync($"v1/sessions/{session.Id}/claims", new ClaimRequest($"{pullRequest}"))));
    }

    public async Task EnsureOrchestratorAsync() => Explain("ensure", await Persistently.AskAsync(() => athene.Api.EnsureAsync(Project)));

    public async Task RelaunchOrchestratorAsync() => Explain("relaunch", await Persistently.AskAsync(() => athene.Api.RelaunchAsync(Project)));

    /// <summary>The agent writes a file, and commits it or not.</summary>
    public async Task WorkAsync(SessionDocument session, bool commit)
    {
        var file = $"work-{Guid.NewGuid():N}.txt";
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, file), file);
        if (commit)
        {
            await TestRepository.GitInAsync(session.WorkspacePath!, "add", file);
            await TestRepository.GitInAsync(session.WorkspacePath!, "commit", "--quiet", "--message", file);
        }

        var head = commit ? await TestRepository.GitInAsync(session.WorkspacePath!, "rev-parse", "HEAD") : null;
        fleet.Did(new Work(session.Id, file, file, head));
    }

    private void Explain(string operation, Answer answer)
    {
        if ((int)answer.Status >= 300 && !Races.Contains(answer.Status)) surprises.Enqueue($"{operation}: {answer}");
    }
}
