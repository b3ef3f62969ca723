using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.State;

/// <summary>How an app's keys are called in a store: the component's <c>keyPrefix</c> says who shares them.</summary>
internal sealed class StateKeys(Component store, string appId)
{
    private const string Separator = "||";

    private readonly string prefix = store.Metadata.GetValueOrDefault("keyPrefix") switch
    {
        null or "" or "appid" => appId + Separator,
        "none" => "",
        "name" => store.Name + Separator,
        "namespace" => $"default.{appId}{Separator}",
        var literal => literal + Separator,
    };

    public string InStore(string? key)
    {
        if (string.IsNullOrEmpty(key)) throw DaprException.Malformed("\"key\" is a required field");
        if (!key.Contains(Separator, StringComparison.Ordinal)) return prefix + key;
        var message = $"api error: code = InvalidArgument desc = input key/keyPrefix '{key}' can't contain '||'";
        throw new DaprException(400, "ERR_MALFORMED_REQUEST", message)
        {
            Details =
            [
                ErrorDetail.BadRequest(key, message),
                ErrorDetail.Resource(store.Name, "state"),
                ErrorDetail.Reason("DAPR_STATE_ILLEGAL_KEY"),
            ],
        };
    }
}
