using System.Text.Json;
using System.Text.RegularExpressions;

namespace Athene.Sidecar.PubSub;

/// <summary>
/// Picks the route of an event. Of the rule language (CEL) it knows comparisons of event fields with texts,
/// <c>event.type == "order.created"</c>, joined by <c>&amp;&amp;</c> and <c>||</c>; that is all that Athene and most apps use.
/// </summary>
internal static partial class RouteTable
{
    /// <summary>The first matching path; null when no rule matches and there is no default.</summary>
    public static string? PathFor(IReadOnlyList<SubscriptionRoute> routes, byte[] body)
    {
        if (routes[0].Match.Length == 0) return routes[0].Path;
        using var json = TryParse(body);
        return routes.FirstOrDefault(route => route.Match.Length == 0 || (json is not null && Matches(route.Match, json.RootElement)))?.Path;
    }

    private static bool Matches(string rule, JsonElement cloudEvent) =>
        rule.Split("||").Any(side => side.Split("&&").All(comparison => Holds(comparison, cloudEvent)));

    private static bool Holds(string comparison, JsonElement cloudEvent)
    {
        var match = Comparison().Match(comparison);
        if (!match.Success) return false;
        var value = cloudEvent;
        foreach (var name in match.Groups["field"].Value.Split('.'))
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value)) return false;
        return value.ToString() == match.Groups["text"].Value == (match.Groups["operator"].Value == "==");
    }

    private static JsonDocument? TryParse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*event\.(?<field>[\w.]+)\s*(?<operator>==|!=)\s*["'](?<text>[^"']*)["']\s*$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Comparison();
}
