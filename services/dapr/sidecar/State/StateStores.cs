using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.State;

/// <summary>Finds the state stores that an app may use.</summary>
internal sealed class StateStores(StateStore store, ResourceSet resources)
{
    /// <exception cref="DaprException">There is no such store for this app.</exception>
    public AppStateStore Find(string name, string appId) => resources.StateStore(name, appId) is { } component
        ? new AppStateStore(store, component, appId)
        : throw new DaprException(400, "ERR_STATE_STORE_NOT_FOUND", $"state store {name} is not found")
        {
            Details = [ErrorDetail.Reason("DAPR_STATE_NOT_FOUND", new() { ["appID"] = appId })],
        };
}
