using System.Collections.Concurrent;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>What is known of an actor's state, and the changes that are not committed.</summary>
internal sealed class StateTracker
{
    private readonly ConcurrentDictionary<string, TrackedState> states = new(StringComparer.Ordinal);

    public TrackedState? Find(string name) => states.GetValueOrDefault(name);

    public void Know<T>(string name, T value, DateTimeOffset? expiresAt) =>
        states[name] = new TrackedState(value, typeof(T), StateChangeKind.None, expiresAt);

    /// <summary>A value to be written. One that the store never had needs no deletion later.</summary>
    public void Put<T>(string name, T value, DateTimeOffset? expiresAt, bool isNew) =>
        states[name] = new TrackedState(value, typeof(T), isNew ? StateChangeKind.Add : StateChangeKind.Update, expiresAt);

    public void Remove(string name) =>
        states[name] = new TrackedState(null, typeof(object), StateChangeKind.Remove, expiresAt: null);

    public void Drop(string name) => states.TryRemove(name, out _);

    public void Clear() => states.Clear();

    /// <summary>Another turn changed these values: what was read of them is out of date.</summary>
    public void Outdate(IEnumerable<ActorStateChange> changes)
    {
        foreach (var change in changes)
        {
            if (Find(change.StateName) is { Change: StateChangeKind.None } read) states.TryRemove(new(change.StateName, read));
        }
    }

    /// <summary>The changes to commit. What expired before it was written is to be gone.</summary>
    public IReadOnlyList<ActorStateChange> Changes(DateTimeOffset now) =>
        [.. states
            .Where(entry => entry.Value.Change != StateChangeKind.None)
            .Select(entry => (Name: entry.Key, State: entry.Value.IsThere(now) ? entry.Value : entry.Value.With(StateChangeKind.Remove)))
            .Select(change => new ActorStateChange(
                change.Name, change.State.Type, change.State.Value, change.State.Change, change.State.ExpiresAt))];

    public void Committed(IEnumerable<ActorStateChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.ChangeKind == StateChangeKind.Remove) Drop(change.StateName);
            else if (Find(change.StateName) is { } written && ReferenceEquals(written.Value, change.Value))
                states.TryUpdate(change.StateName, written.With(StateChangeKind.None), written);
        }
    }
}
