using System.Globalization;
using System.Text.Json;

namespace Athene.Sidecar.Cel;

/// <summary>The functions that rules may call; <c>matches</c> and <c>has</c> are built into the language.</summary>
internal static class CelFunctions
{
    private static readonly CelFunction[] All =
    [
        OfTexts("contains", (text, part) => text.Contains(part, StringComparison.Ordinal)),
        OfTexts("startsWith", (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
        OfTexts("endsWith", (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        new("size", 1, IsMethod: true, IsGlobal: true, arguments => Size(arguments[0])),
        new("int", 1, IsMethod: false, IsGlobal: true, arguments => ToInteger(arguments[0])),
        new("double", 1, IsMethod: false, IsGlobal: true, arguments => ToDouble(arguments[0])),
        new("string", 1, IsMethod: false, IsGlobal: true, arguments => ToText(arguments[0])),
    ];

    public static string Names => string.Join(", ", All.Select(function => function.Name).Append("matches").Append("has"));

    public static CelFunction? Find(string name, bool asMethod) => All.FirstOrDefault(function => function.Name == name && (asMethod ? function.IsMethod : function.IsGlobal));

    private static CelFunction OfTexts(string name, Func<string, string, bool> apply) => new(name, 2, IsMethod: true, IsGlobal: false, arguments =>
        arguments is [string text, string part] ? apply(text, part) : throw CelValues.NoOverload(name, [.. arguments]));

    private static long Size(object? value) => value switch
    {
        string text => text.EnumerateRunes().LongCount(),
        IReadOnlyList<object?> list => (long)list.Count,
        JsonElement { ValueKind: JsonValueKind.Array } list => (long)list.GetArrayLength(),
        JsonElement { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().LongCount(),
        _ => throw CelValues.NoOverload("size", value),
    };

    private static object ToInteger(object? value) => value switch
    {
        long => value,
        double number when number is > long.MinValue and < long.MaxValue => (long)number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw CelValues.NoOverload("int", value),
    };

    private static object ToDouble(object? value) => value switch
    {
        double => value,
        long number => (double)number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw CelValues.NoOverload("double", value),
    };

    private static string ToText(object? value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw CelValues.NoOverload("string", value),
    };
}
