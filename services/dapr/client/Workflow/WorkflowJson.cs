using System.Text.Json;

namespace Athene.Dapr.Workflow;

/// <summary>How payloads of workflows stand in histories: JSON of the web (camelCase), and the empty string for null.</summary>
internal static class WorkflowJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Serialize(object? value) => value is null ? "" : JsonSerializer.Serialize(value, value.GetType(), Options);

    public static T? Deserialize<T>(string? json) => (T?)Deserialize(json, typeof(T));

    public static object? Deserialize(string? json, Type type) =>
        string.IsNullOrEmpty(json) ? DefaultOf(type) : JsonSerializer.Deserialize(json, type, Options);

    private static object? DefaultOf(Type type) =>
        type.IsValueType ? System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type) : null;
}
