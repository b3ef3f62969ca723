using System.Text.Json.Nodes;

namespace Athene.Sidecar.Hosting;

/// <summary>A request that ends with one of Dapr's errors: a status, and <c>{ errorCode, message, details? }</c> as the body.</summary>
internal sealed class DaprException(int status, string errorCode, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string ErrorCode { get; } = errorCode;

    public IReadOnlyList<JsonObject> Details { get; init; } = [];

    public static DaprException Malformed(string message) => new(400, "ERR_MALFORMED_REQUEST", message);

    /// <summary>Dapr takes every path it does not know for an invocation that names no app.</summary>
    public static DaprException UnknownPath() =>
        new(404, "ERR_DIRECT_INVOKE", "failed getting app id either from the URL path or the header dapr-app-id");
}
