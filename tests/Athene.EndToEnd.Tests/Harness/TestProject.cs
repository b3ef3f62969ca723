using Athene.Contracts.Events;
using Athene.Contracts.Sessions;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>A project of an installation, with its repository; its sessions are called <c>id-N</c>.</summary>
internal sealed record TestProject(Installation Athene, string Id, TestRepository Repository)
{
    public Task<SessionDocument> SpawnAsync(
        string? issue = null, string? prompt = null, string? branch = null, string agent = AgentScripts.Echo) =>
        Athene.Api.SpawnedAsync(Id, new SpawnRequest(issue, prompt, agent, branch));

    public Task<Answer> TrySpawnAsync(string? issue = null, string? prompt = null, string? branch = null, string agent = AgentScripts.Echo) =>
        Athene.Api.SpawnAsync(Id, new SpawnRequest(issue, prompt, agent, branch));

    public Task<IReadOnlyList<SessionDocument>> SessionsAsync(bool all = false) => Athene.Api.ListAsync(Id, all);

    public Task<IReadOnlyList<EventDocument>> EventsAsync(string? kind = null) => Athene.Api.EventsAsync(project: Id, kind: kind);

    /// <summary>Nothing of any session is on the machine: no worktree, no branch of its own, no terminal, no prompt, no record.</summary>
    public async Task ShouldHoldNothingAsync(params string[] knownBranches)
    {
        (await SessionsAsync(all: true)).ShouldBeEmpty();
        (await Repository.WorktreesAsync()).ShouldBeEmpty();
        Athene.Machine.WorktreeDirectories(Id).ShouldBeEmpty();
        Athene.Machine.Prompts(Id).ShouldBeEmpty();
        (await Repository.BranchesAsync()).ShouldBe(["main", .. knownBranches], ignoreOrder: true);
        (await Athene.Machine.TerminalsAsync()).ShouldNotContain(name => name.StartsWith($"{Id}-", StringComparison.Ordinal));
    }
}
