using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.State;

/// <summary>A state store as one app sees it: its own names for keys, and Dapr's words for what is refused. Both APIs end here.</summary>
internal sealed class AppStateStore(StateStore store, Component component, string appId)
{
    private const string Refused = "possible etag mismatch. error from state store";

    private readonly StateKeys keys = new(component, appId);

    public string Name => component.Name;

    public StateEntry? Get(string key) => store.Get(Name, keys.InStore(key));

    /// <summary>The entries in the order of their keys; null for what is not there.</summary>
    public IReadOnlyList<StateEntry?> GetMany(IEnumerable<string> names) => store.GetMany(Name, [.. names.Select(keys.InStore)]);

    /// <summary>Writes each change for itself.</summary>
    /// <exception cref="DaprException">At least one was refused because of its ETag.</exception>
    public void Save(IReadOnlyList<StateChange> changes) =>
        WriteEach(changes, "ERR_STATE_SAVE", $"failed saving state in state store {Name}");

    /// <exception cref="DaprException">The deletion was refused because of its ETag.</exception>
    public void Delete(StateChange deletion) =>
        WriteEach([deletion], "ERR_STATE_DELETE", $"failed deleting state with key {deletion.Key}");

    /// <summary>Deletes each for itself.</summary>
    /// <exception cref="DaprException">At least one was refused because of its ETag.</exception>
    public void DeleteMany(IReadOnlyList<StateChange> deletions) =>
        WriteEach(deletions, "ERR_STATE_DELETE_BULK", $"failed deleting state in state store {Name}");

    /// <summary>Writes all changes, or none.</summary>
    /// <exception cref="DaprException">One was refused because of its ETag; nothing has changed.</exception>
    public void Transact(IEnumerable<StateChange> changes)
    {
        if (!store.WriteAll(Name, InStore(changes)))
            throw new DaprException(500, "ERR_STATE_TRANSACTION", $"error while executing state transaction: {Refused}");
    }

    private void WriteEach(IReadOnlyList<StateChange> changes, string errorCode, string failure)
    {
        if (store.WriteEach(Name, InStore(changes)) == 0) return;
        var reason = changes.Count > 1 ? $"{Refused}: {Refused}" : Refused;
        throw new DaprException(409, errorCode, $"{failure}: {reason}");
    }

    private List<StateChange> InStore(IEnumerable<StateChange> changes) => [.. changes.Select(change => change with { Key = keys.InStore(change.Key) })];
}
