namespace Athene.Dapr.Actors.Runtime;

/// <summary>What is known of an actor's state, and the changes that are not committed, in their order.</summary>
internal sealed class StateTracker
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, TrackedState> states = new(StringComparer.Ordinal);

    public TrackedState? Find(string name)
    {
        lock (gate) return states.GetValueOrDefault(name);
    }

    public void Know<T>(string name, T value, DateTimeOffset? expiresAt) => Track<T>(name, value, StateChangeKind.None, expiresAt);

    /// <summary>A value to be written. One that the store never had needs no deletion later.</summary>
    public void Put<T>(string name, T value, DateTimeOffset? expiresAt, bool isNew) =>
        Track<T>(name, value, isNew ? StateChangeKind.Add : StateChangeKind.Update, expiresAt);

    public void Remove(string name) => Track<object>(name, value: null, StateChangeKind.Remove, expiresAt: null);

    public void Drop(string name)
    {
        lock (gate) states.Remove(name);
    }

    public void Clear()
    {
        lock (gate) states.Clear();
    }

    /// <summary>Another turn changed these values: what was read of them is out of date.</summary>
    public void Outdate(IEnumerable<ActorStateChange> changes)
    {
        lock (gate)
        {
            foreach (var change in changes)
            {
                if (states.GetValueOrDefault(change.StateName) is { Change: StateChangeKind.None }) states.Remove(change.StateName);
            }
        }
    }

    /// <summary>The changes to commit. What expired before it was written is to be gone.</summary>
    public IReadOnlyList<ActorStateChange> Changes(DateTimeOffset now)
    {
        lock (gate)
        {
            return
            [.. states
                .Where(entry => entry.Value.Change != StateChangeKind.None)
                .Select(entry => (Name: entry.Key, State: entry.Value.IsThere(now) ? entry.Value : entry.Value.With(StateChangeKind.Remove)))
                .Select(change => new ActorStateChange(
                    change.Name, change.State.Type, change.State.Value, change.State.Change, change.State.ExpiresAt))];
        }
    }

    public void Committed(IEnumerable<ActorStateChange> changes)
    {
        lock (gate)
        {
            foreach (var change in changes)
            {
                if (change.ChangeKind == StateChangeKind.Remove) states.Remove(change.StateName);
                else if (states.GetValueOrDefault(change.StateName) is { } written && ReferenceEquals(written.Value, change.Value))
                    states[change.StateName] = written.With(StateChangeKind.None);
            }
        }
    }

    private void Track<T>(string name, object? value, StateChangeKind change, DateTimeOffset? expiresAt)
    {
        lock (gate) states[name] = new TrackedState(value, typeof(T), change, expiresAt);
    }
}
