using System.Collections.Specialized;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Athene.Testing.Hosts;

/// <summary>What a <see cref="FakeHost"/> was asked.</summary>
/// <param name="Path">The route's pattern, matched against the path as it came.</param>
/// <param name="Body">Null: none.</param>
public sealed record FakeRequest(Match Path, NameValueCollection Query, JsonObject? Body)
{
    /// <summary>A group of the path, unescaped.</summary>
    public string this[string group] => Uri.UnescapeDataString(Path.Groups[group].Value);

    public int Number(string group) => int.Parse(Path.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    public string? Text(string name) => Body?[name]?.GetValue<string>();
}
