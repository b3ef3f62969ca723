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
    private readonly ConcurrentDictionary<string, int> launches = new();

    /// <summary>Everything that was ever done in a worktree.</summary>
    public IReadOnlyCollection<Work> Works => works;

    public IEnumerable<Sent> Messages => messages.Values;

    public IEnumerable<string> SessionIds => known.Keys;

    /// <summary>How often the agent of a session may have been started at most: once by its spawn and once by each restore that was asked for.</summary>
    public int MostLaunches(string sessionId) => launches.GetValueOrDefault(sessionId, 1);

    public void Spawned(string key, SessionDocument session)
    {
        known[session.Id] = session;
        if (!operations.TryAdd(key, session.Id)) operations[key].ShouldBe(session.Id, "one idempotency key gave two sessions");
    }

    public void RestoreAsked(string sessionId) => launches.AddOrUpdate(sessionId, 2, (_, before) => before + 1);

    public void Did(Work work) => works.Add(work);

    public void Took(Sent message) => messages[message.Id] = message;
}
