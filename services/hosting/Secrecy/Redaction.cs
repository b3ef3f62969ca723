using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Athene.Hosting.Secrecy;

/// <summary>Takes credentials out of what is kept or shown (spec lifecycle.md §19, acceptance case 93). Pure.</summary>
public static partial class Redaction
{
    /// <summary>The longest summary of an event, and the longest text in its data, in characters.</summary>
    private const int Longest = 500;

    private const string Redacted = "[redacted]";

    /// <param name="longest">More characters than that are cut.</param>
    public static string Apply(string text, int longest = Longest)
    {
        var clean = UrlCredentials().Replace(text, $"$1{Redacted}@");
        clean = Bearer().Replace(clean, $"$1 {Redacted}");
        clean = Assignment().Replace(clean, $"$1{Redacted}");
        clean = SecretAddress().Replace(clean, $"$1{Redacted}");
        clean = KnownKey().Replace(clean, Redacted);
        return clean.Length <= longest ? clean : clean[..(longest - 1)] + "…";
    }

    /// <summary>The same data without secrets: neither in any text, nor under a key that names one.</summary>
    public static JsonObject Apply(JsonObject data) =>
        new(data.Select(entry => KeyValuePair.Create(entry.Key, SecretName().IsMatch(entry.Key) && entry.Value is JsonValue ? Redacted : Apply(entry.Value))));

    private static JsonNode? Apply(JsonNode? node) => node switch
    {
        JsonObject data => Apply(data),
        JsonArray list => new JsonArray([.. list.Select(Apply)]),
        JsonValue value when value.TryGetValue<string>(out var text) => Apply(text),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.-]*://)[^\s/@]+@", RegexOptions.IgnoreCase)]
    private static partial Regex UrlCredentials();

    [GeneratedRegex(@"\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"((?:token|password|secret|api[_-]?key|authorization|cookie)\s*[=:]\s*)\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();

    // Whoever knows the rest of an incoming webhook's address may write there.
    [GeneratedRegex(@"(\bhooks\.slack\.com/(?:services|workflows|triggers)/|/api/webhooks/\d+/)[^\s""'<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex SecretAddress();

    // GitHub, GitLab, OpenAI and Anthropic, Slack, AWS, JSON Web Tokens.
    [GeneratedRegex(
        @"\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|sk-[\w-]{16,}|xox[abeoprs]-[\w-]{10,}|AKIA[A-Z0-9]{16}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+)")]
    private static partial Regex KnownKey();

    [GeneratedRegex("token$|password|secret|authorization|cookie|api[_-]?key", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
