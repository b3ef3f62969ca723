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
        sessions.Where(session => !session.Lifecycle.IsTerminal).SelectMany(session => session.Prs).Select(pr => pr.Url)
            .ShouldBeUnique("a pull request has two owners");

        var live = await LiveAsync();
        sessions.Where(session => !session.Lifecycle.IsTerminal).Select(session => session.Id).ShouldBeSubsetOf(live, "sessions that nobody ended");
        await CountWorktreesAsync(live);
        await CountTerminalsAsync(sessions, live);
        await CountBranchesAsync(sessions);
        CountMessages();
        await CountStartsAsync(sessions);
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

    /// <summary>The sessions that have a place on the machine: those whose agent ended by itself keep theirs until somebody ends them.</summary>
    private async Task<IReadOnlyList<string>> LiveAsync()
    {
        var project = JsonNode.Parse(await new StateStore(athene).ReadAsync($"project-{FleetOperations.Project}") ?? "{}")!;
        project["reservations"]!.AsObject().ShouldBeEmpty("a number is still reserved for a spawn");
        string[] live = [.. project["live"]!.AsArray().Select(id => (string)id!)];
        live.ShouldBeUnique("the project's live sessions");
        return live;
    }

    private async Task CountWorktreesAsync(IReadOnlyList<string> live)
    {
        string[] worktrees = [.. (await repository.WorktreesAsync()).Select(path => Path.GetFileName(path)!)];
        worktrees.ShouldBe(live, ignoreOrder: true, "git's worktrees");
        athene.Machine.WorktreeDirectories(FleetOperations.Project).ShouldBe(live, ignoreOrder: true, "directories of worktrees");
        athene.Machine.Prompts(FleetOperations.Project).ShouldBe(live, ignoreOrder: true, "directories of prompts");
    }

    private async Task CountTerminalsAsync(IReadOnlyList<SessionDocument> sessions, IReadOnlyList<string> live)
    {
        var terminals = await athene.Machine.TerminalsAsync();
        terminals.ShouldBeUnique("terminals");
        terminals.ShouldBeSubsetOf(live, "terminals without a session");
        var alive = sessions
            .Where(session => !session.Lifecycle.IsTerminal && session.Lifecycle.Runtime.State is RuntimeState.Alive)
            .Select(session => session.Id).ToList();
        alive.ShouldBeSubsetOf(terminals, "sessions that are said to be alive");
        AgentProcesses.Of(athene.Agents.Notes).ShouldBe(alive, ignoreOrder: true, "agents that run");
    }

    private async Task CountBranchesAsync(IReadOnlyList<SessionDocument> sessions)
    {
        // What no session has and holds nothing was left by an undone spawn or a purge.
        var owned = sessions.Select(session => session.Branch).Concat(fleet.LeftBranches).Append("main").ToHashSet();
        foreach (var branch in (await repository.BranchesAsync()).Where(branch => !owned.Contains(branch)))
        {
            var own = await repository.GitAsync("rev-list", "--count", $"main..{branch}");
            own.ShouldNotBe("0", $"branch {branch} belongs to no session and holds nothing");
        }
    }

    private void CountMessages()
    {
        foreach (var id in fleet.SessionIds) MessagesIn(athene.Agents.Lines($"typed-{id}")).ShouldBeUnique($"a message was typed twice into {id}");
    }

    // A restored agent is told in a fence what was sent to the one before it.
    private static IEnumerable<string> MessagesIn(IEnumerable<string> typed)
    {
        var fenced = false;
        foreach (var line in typed)
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) fenced = !fenced;
            else if (!fenced && line.StartsWith(FleetOperations.MessageMark, StringComparison.Ordinal)) yield return line;
        }
    }

    // A session that was purged has no history of its own any more.
    private async Task CountStartsAsync(IReadOnlyList<SessionDocument> sessions)
    {
        var workers = sessions.Where(session => session.Kind is SessionKind.Worker).Select(session => session.Id);
        foreach (var id in workers.Where(id => athene.Agents.Starts(id) != 1))
        {
            var restored = await athene.Api.EventsAsync(id, kind: "session.restored");
            var failed = await athene.Api.EventsAsync(id, kind: "session.restore_failed");
            athene.Agents.Starts(id).ShouldBeInRange(1 + restored.Count, 1 + restored.Count + failed.Count, $"starts of {id}: one by its spawn, one by each restore");
        }
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
}
