using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>Counts what is on the machine with git, tmux and /proc, and compares it with what the API says and with what was promised.</summary>
internal sealed class Inventory(Installation athene, TestRepository repository, Fleet fleet)
{
    private readonly HashSet<Work> rescued = [];

    /// <summary>Throws when something is there that belongs to nobody, or something is missing.</summary>
    public async Task CountAsync()
    {
        var sessions = await SettledAsync();
        sessions.Select(session => session.Id).ShouldBeUnique("a session is listed twice");

        await CountWorktreesAsync(sessions);
        await CountTerminalsAsync(sessions);
        await CountBranchesAsync(sessions);
        await CountReservationsAsync(sessions);
        CountMessages();
        CountStarts();
        await new TestProject(athene, FleetOperations.Broken, new TestRepository(RepositoryOf(FleetOperations.Broken))).ShouldHoldNothingAsync();
        foreach (var work in fleet.Works) await ShouldBeKeptAsync(work);
    }

    public string RepositoryOf(string project) => Path.Combine(athene.UserHome, project);

    // After the round's last answer: a message that was queued when its session died is delivered (and may restore it), and the lifecycle service
    // says of new sessions that they work.
    private async Task<IReadOnlyList<SessionDocument>> SettledAsync()
    {
        IReadOnlyList<SessionDocument> sessions = [];
        await Within.TrueAsync(
            async () =>
            {
                foreach (var message in fleet.Messages.Where(message => message.LastSeen is MessageState.Queued or MessageState.Pasted).ToList())
                {
                    var answer = await athene.Api.GetAsync($"v1/sessions/{message.SessionId}/messages/{message.Id}");
                    fleet.Took(message with { LastSeen = answer.Status is System.Net.HttpStatusCode.OK ? answer.As<MessageDocument>().State : MessageState.Failed });
                }

                sessions = await athene.Api.ListAsync(FleetOperations.Project, all: true);
                return fleet.Messages.All(message => message.LastSeen is not (MessageState.Queued or MessageState.Pasted))
                    && sessions.All(session => session.Status != SessionStatus.Spawning);
            },
            "every message had come to an end and every session had begun",
            TimeSpan.FromMinutes(2));
        return sessions;
    }

    private async Task CountWorktreesAsync(IReadOnlyList<SessionDocument> sessions)
    {
        string[] expected = [.. sessions.Where(HasPlace).Select(session => session.Id).Order(StringComparer.Ordinal)];
        string[] worktrees = [.. (await repository.WorktreesAsync()).Select(path => Path.GetFileName(path)!)];
        worktrees.ShouldBe(expected, ignoreOrder: true, "git's worktrees");
        athene.Machine.WorktreeDirectories(FleetOperations.Project).ShouldBe(expected, ignoreOrder: true, "directories of worktrees");
        athene.Machine.Prompts(FleetOperations.Project).ShouldBe(expected, ignoreOrder: true, "directories of prompts");
    }

    private async Task CountTerminalsAsync(IReadOnlyList<SessionDocument> sessions)
    {
        var terminals = await athene.Machine.TerminalsAsync();
        terminals.ShouldBeUnique("terminals");
        terminals.ShouldBeSubsetOf(sessions.Where(HasPlace).Select(session => session.Id), "terminals without a session");
        var alive = sessions.Where(session => HasPlace(session) && session.Lifecycle.Runtime.State is RuntimeState.Alive).Select(session => session.Id).ToList();
        alive.ShouldBeSubsetOf(terminals, "sessions that are said to be alive");
        AgentProcesses.Of(athene.Home).ShouldBe(alive, ignoreOrder: true, "agents that run");
    }

    private async Task CountBranchesAsync(IReadOnlyList<SessionDocument> sessions)
    {
        var owned = sessions.Select(session => session.Branch).Append("main").ToHashSet();
        foreach (var branch in (await repository.BranchesAsync()).Where(branch => !owned.Contains(branch)))
        {
            var own = await repository.GitAsync("rev-list", "--count", $"main..{branch}");
            own.ShouldNotBe("0", $"branch {branch} belongs to no session and holds nothing");
        }
    }

    private async Task CountReservationsAsync(IReadOnlyList<SessionDocument> sessions)
    {
        var project = JsonNode.Parse(await new StateStore(athene).ReadAsync($"project-{FleetOperations.Project}") ?? "{}")!;
        project["reservations"]!.AsObject().ShouldBeEmpty("a number is still reserved for a spawn");
        project["live"]!.AsArray().Select(id => (string)id!).ShouldBe(
            sessions.Where(HasPlace).Select(session => session.Id), ignoreOrder: true, "the project's live sessions");
    }

    private void CountMessages()
    {
        foreach (var typed in fleet.SessionIds.Select(id => athene.Agents.Lines($"typed-{id}")))
            typed.ShouldBeUnique("something was typed twice");
    }

    private void CountStarts()
    {
        foreach (var id in fleet.SessionIds) athene.Agents.Starts(id).ShouldBeInRange(1, fleet.MostLaunches(id), $"starts of {id}");
    }

    private async Task ShouldBeKeptAsync(Work work)
    {
        if (rescued.Contains(work) || File.Exists(Path.Combine(athene.Home, "projects", FleetOperations.Project, "worktrees", work.SessionId, work.File))) return;
        if (work.Commit is { } commit)
        {
            (await repository.GitAsync("for-each-ref", "--count=1", "--contains", commit)).ShouldNotBeEmpty($"commit {commit} of {work.SessionId} is gone");
            return;
        }

        foreach (var reference in (await repository.RescueRefsAsync()).Where(name => name.Contains($"/{work.SessionId}/", StringComparison.Ordinal)))
        {
            if ((await Shell.RunAsync("git", ["cat-file", "-e", $"{reference}:{work.File}"], directory: repository.Path)).ExitCode != 0) continue;
            rescued.Add(work);
            return;
        }

        throw new ShouldAssertException($"{work.File}, uncommitted in {work.SessionId}, is gone");
    }

    /// <summary>A session that nobody has ended has a worktree and prompts, whether its agent lives or not.</summary>
    private static bool HasPlace(SessionDocument session) => !session.Lifecycle.IsTerminal;
}
