using System.Text.Json.Nodes;

namespace Athene.Sidecar.Hosting;

/// <summary>The <c>google.rpc</c> details that newer Dapr errors carry.</summary>
internal static class ErrorDetail
{
    public static JsonObject Reason(string reason, JsonObject? metadata = null) => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo",
        ["domain"] = "dapr.io",
        ["metadata"] = metadata,
        ["reason"] = reason,
    };

    public static JsonObject Resource(string name, string type, string description = "") => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.ResourceInfo",
        ["description"] = description,
        ["owner"] = "",
        ["resource_name"] = name,
        ["resource_type"] = type,
    };

    public static JsonObject BadRequest(string field, string description) => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.BadRequest",
        ["field_violations"] = new JsonArray(new JsonObject { ["field"] = field, ["description"] = description }),
    };
}
