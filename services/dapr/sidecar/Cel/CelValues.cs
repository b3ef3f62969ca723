using System.Text.Json;

namespace Athene.Sidecar.Cel;

/// <summary>
/// What expressions work on: null, bool, long, double, string, lists, and the objects and arrays of an event, which stay JSON until they are
/// looked into. Numbers of an event are doubles, as in Dapr; whole and broken numbers compare with each other but do not add up.
/// </summary>
internal static class CelValues
{
    public static object? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Text(json),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => json,
    };

    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (long a, double b) => a == b,
        (double a, long b) => a == b,
        (JsonElement { ValueKind: JsonValueKind.Object } a, JsonElement { ValueKind: JsonValueKind.Object } b) => JsonElement.DeepEquals(a, b),
        _ when Items(left) is { } a && Items(right) is { } b => a.Count == b.Count && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second)),
        _ => left is not null && left.Equals(right),
    };

    /// <summary>Less than, equal to or greater than zero; null when one of them is not a number (NaN).</summary>
    /// <exception cref="CelEvaluationException">The two have no order.</exception>
    public static int? Compare(string operation, object? left, object? right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool a, bool b) => a.CompareTo(b),
        (long a, long b) => a.CompareTo(b),
        (long or double, long or double) => Order(Number(left), Number(right)),
        _ => throw NoOverload(operation, left, right),
    };

    public static bool Contains(object? container, object? value) => container switch
    {
        JsonElement { ValueKind: JsonValueKind.Object } map => value is string key && map.TryGetProperty(key, out _),
        _ when Items(container) is { } items => items.Any(item => AreEqual(item, value)),
        _ => throw NoOverload("in", value, container),
    };

    public static object? ElementAt(object? container, object? key)
    {
        if (container is JsonElement { ValueKind: JsonValueKind.Object } && key is string field) return Field(container, field);
        var index = key switch
        {
            long whole => whole,
            double number when double.IsInteger(number) && Math.Abs(number) < int.MaxValue => (long)number,
            _ => throw NoOverload("[]", container, key),
        };
        var items = Items(container) ?? throw NoOverload("[]", container, key);
        return index >= 0 && index < items.Count ? items[(int)index] : throw new CelEvaluationException($"index out of bounds: {index}");
    }

    public static object? Field(object? operand, string name) => Properties(operand, name).TryGetProperty(name, out var value)
        ? Of(value)
        : throw new CelEvaluationException($"no such key: {name}");

    public static bool HasField(object? operand, string name) => Properties(operand, name).TryGetProperty(name, out _);

    public static CelEvaluationException NoOverload(string operation, params ReadOnlySpan<object?> values) =>
        new($"no such overload: {operation} of {string.Join(", ", values.ToArray().Select(value => value?.GetType().Name ?? "null"))}");

    private static string? Text(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair is valid JSON, but not a text.
            throw new CelEvaluationException(e.Message);
        }
    }

    private static JsonElement Properties(object? operand, string name) =>
        operand is JsonElement { ValueKind: JsonValueKind.Object } map ? map : throw NoOverload($".{name}", operand);

    private static IReadOnlyList<object?>? Items(object? value) => value switch
    {
        IReadOnlyList<object?> list => list,
        JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(Of)],
        _ => null,
    };

    private static double Number(object? value) => value is long whole ? whole : (double)value!;

    private static int? Order(double left, double right) => double.IsNaN(left) || double.IsNaN(right) ? null : left.CompareTo(right);
}
