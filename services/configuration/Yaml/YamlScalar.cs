using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Athene.Configuration.Yaml;

/// <summary>What a scalar means in YAML 1.2: only an unquoted one can be anything but text.</summary>
internal static class YamlScalar
{
    public static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style is ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null" or "Null" or "NULL";

    public static bool? AsFlag(YamlScalarNode scalar) => scalar.Style is not ScalarStyle.Plain ? null : scalar.Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    public static int? AsInteger(YamlScalarNode scalar) =>
        scalar.Style is ScalarStyle.Plain && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static double? AsNumber(YamlScalarNode scalar) =>
        scalar.Style is ScalarStyle.Plain && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static bool IsText(YamlScalarNode scalar) => !IsNull(scalar) && AsFlag(scalar) is null && AsNumber(scalar) is null;

    /// <summary>Names what is there instead of what was expected.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlMappingNode => "keys and values",
        YamlSequenceNode => "a list",
        YamlScalarNode scalar when IsText(scalar) => $"the text '{scalar.Value}'",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        _ => "something else",
    };
}
