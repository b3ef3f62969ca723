using System.Text;
using System.Text.RegularExpressions;

namespace Athene.Sidecar.Tests.Replay;

/// <summary>The recording's placeholders: the first time one is met it takes the real value, after that it stands for it.</summary>
public sealed partial class Placeholders
{
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["uuid"] = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
        ["traceparent"] = "00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]",
        ["span"] = "[0-9a-f]{16}",
        ["id"] = ".+?",
    };

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> values = [];

    /// <summary>Whether there is one to be filled.</summary>
    public static bool IsIn(string text) => Numbered().IsMatch(text);

    /// <summary>The text with the values that are known by now.</summary>
    public string Fill(string text)
    {
        lock (gate) return Numbered().Replace(text, match => values.GetValueOrDefault(match.Value, match.Value));
    }

    /// <summary>The same, with new values for ids that the recorded side made up itself.</summary>
    public string FillAndInvent(string text)
    {
        lock (gate)
        {
            return Numbered().Replace(text, match =>
                values.TryGetValue(match.Value, out var known) || match.Groups["kind"].Value != "uuid" ? known ?? match.Value : values[match.Value] = Guid.NewGuid().ToString());
        }
    }

    /// <summary>The values that are known by now, to go back to with <see cref="Restore"/> when an answer was not the one that was awaited.</summary>
    public Dictionary<string, string> Snapshot()
    {
        lock (gate) return new(values);
    }

    public void Restore(Dictionary<string, string> snapshot)
    {
        lock (gate)
        {
            values.Clear();
            foreach (var (placeholder, value) in snapshot) values[placeholder] = value;
        }
    }

    /// <summary>Whether the real text is what was recorded.</summary>
    public bool Matches(string recorded, string actual)
    {
        lock (gate) return MatchesAlone(recorded, actual);
    }

    private bool MatchesAlone(string recorded, string actual)
    {
        var pattern = new StringBuilder("^");
        List<string> open = [];
        var at = 0;
        foreach (Match match in Any().Matches(recorded))
        {
            pattern.Append(Regex.Escape(recorded[at..match.Index]));
            pattern.Append(Pattern(match, open));
            at = match.Index + match.Length;
        }

        pattern.Append(Regex.Escape(recorded[at..])).Append('$');
        var found = Regex.Match(actual, pattern.ToString(), RegexOptions.Singleline);
        if (!found.Success) return false;
        for (var i = 0; i < open.Count; i++) values[open[i]] = found.Groups[$"p{i}"].Value;
        return true;
    }

    private string Pattern(Match placeholder, List<string> open)
    {
        if (placeholder.Value is "<time>") return @"[^""]*\d\d:\d\d:\d\d[^""]*";
        if (placeholder.Value is "<length>") return @"\d+";
        if (placeholder.Value is "<stack trace>" or "<host>" or "<sha>" or "<client-port>") return ".*?";
        if (values.TryGetValue(placeholder.Value, out var known)) return Regex.Escape(known);
        var index = open.IndexOf(placeholder.Value);
        if (index >= 0) return $@"\k<p{index}>";
        open.Add(placeholder.Value);
        return $"(?<p{open.Count - 1}>{Shapes[placeholder.Groups["kind"].Value]})";
    }

    [GeneratedRegex("<(?<kind>uuid|traceparent|span|id)-[0-9]+>", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex("<((?<kind>uuid|traceparent|span|id)-[0-9]+|time|length|sha|host|client-port|stack trace)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Any();
}
