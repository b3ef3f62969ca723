using System.Collections.Concurrent;
using Athene.Contracts.Sessions;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>What Athene has promised with its answers, over all rounds.</summary>
internal sealed class Fleet
{
    private readonly ConcurrentDictionary<string, SessionDocument> known = new();
    private readonly ConcurrentDictionary<string, string> operations = new();
    private readonly ConcurrentBag<Work> works = [];
    private readonly ConcurrentDictionary<string, bool> leftBranches = new();
    private readonly ConcurrentDictionary<string, Sent> messages = new();

    /// <summary>Everything that was ever done in a worktree.</summary>
    public IReadOnlyCollection<Work> Works => works;

    public IEnumerable<Sent> Messages => messages.Values;

    public IEnumerable<string> SessionIds => known.Keys;

    public void Spawned(string key, SessionDocument session)
    {
        known[session.Id] = session;
        if (!operations.TryAdd(key, session.Id)) operations[key].ShouldBe(session.Id, "one idempotency key gave two sessions");
    }

    /// <summary>The branches that claims were asked to leave: the branch of a session that goes over to a pull request stays where it is.</summary>
    public IEnumerable<string> LeftBranches => leftBranches.Keys;

    public void AskedToLeave(string branch) => leftBranches[branch] = true;

    public void Did(Work work) => works.Add(work);

    public void Took(Sent message) => messages[message.Id] = message;
}
