using System.Collections.Concurrent;
using Athene.Contracts.Sessions;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>What Athene has promised with its answers, over all rounds.</summary>
internal sealed class Fleet
{
    private readonly ConcurrentDictionary<string, SessionDocument> known = new();
    private readonly ConcurrentDictionary<string, string> operations = new();
    private readonly ConcurrentBag<Work> works = [];
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

    public void Did(Work work) => works.Add(work);

    public void Took(Sent message) => messages[message.Id] = message;
}
