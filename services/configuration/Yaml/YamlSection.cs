using System.Text.Json.Nodes;
using Athene.Configuration.Notifiers;
using YamlDotNet.RepresentationModel;

namespace Athene.Configuration.Yaml;

/// <summary>
/// One mapping of a configuration file, read strictly: each getter notes the key it is asked for, wrong values are reported where they stand,
/// and <see cref="Close"/> reports the keys that nobody asked for.
/// </summary>
public sealed class YamlSection
{
    private readonly YamlMappingNode node;
    private readonly YamlReading reading;
    private readonly List<string> asked = [];

    internal YamlSection(YamlMappingNode node, string path, YamlReading reading) => (this.node, Path, this.reading) = (node, path, reading);

    /// <summary>Where the section stands in the file, such as <c>projects.app</c>; empty at the top.</summary>
    public string Path { get; }

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    /// <summary>Text, with variables replaced.</summary>
    public string? Text(string key) => Scalar(key, "text", YamlScalar.IsText) is { } scalar ? reading.Expand(scalar) : null;

    /// <summary>Text as it stands: prose and shell commands have a <c>${…}</c> of their own.</summary>
    public string? Verbatim(string key) => Scalar(key, "text", YamlScalar.IsText)?.Value;

    /// <summary>Text that must be one of <paramref name="words"/>.</summary>
    public string? Word(string key, params IReadOnlyList<string> words)
    {
        if (Text(key) is not { } word) return null;
        if (words.Contains(word)) return word;
        Report(key, $"'{word}' is not one of {string.Join(", ", words)}{Nearest.Suggest(word, words)}");
        return null;
    }

    public bool? Flag(string key) =>
        Scalar(key, "true or false", scalar => YamlScalar.AsFlag(scalar) is not null) is { } scalar ? YamlScalar.AsFlag(scalar) : null;

    public int? Number(string key, int least = 0)
    {
        if (Scalar(key, "a whole number", scalar => YamlScalar.AsInteger(scalar) is not null) is not { } scalar) return null;
        if (YamlScalar.AsInteger(scalar) is { } number && number >= least) return number;
        Report(key, $"must be at least {least}");
        return null;
    }

    /// <summary>A number or text, as text.</summary>
    public string? TextOrNumber(string key) =>
        Scalar(key, "text or a number", scalar => YamlScalar.AsFlag(scalar) is null) is { } scalar ? reading.Expand(scalar) : null;

    /// <summary>A length of time such as <c>30s</c>, <c>10m</c> or <c>1h</c>.</summary>
    public TimeSpan? Duration(string key)
    {
        if (Text(key) is not { } text) return null;
        if (YamlDuration.Parse(text) is { } duration) return duration;
        Report(key, $"'{text}' is not a duration such as 30s, 10m or 1h");
        return null;
    }

    /// <summary>Text whose variables are replaced only where it is used.</summary>
    public SecretText? Secret(string key) => Verbatim(key) is { } template ? new SecretText(template) : null;

    /// <summary>Any texts by name, likewise.</summary>
    public IReadOnlyDictionary<string, SecretText>? SecretMap(string key) => Section(key) is { } section
        ? section.Keys.ToDictionary(name => name, name => new SecretText(section.Scalar(name, "text", _ => true)?.Value ?? ""), StringComparer.Ordinal)
        : null;

    public IReadOnlyList<string>? Texts(string key) => Items(key)?.Select(item => reading.Expand(item)).ToArray();

    /// <summary>A list of texts as they stand.</summary>
    public IReadOnlyList<string>? VerbatimTexts(string key) => Items(key)?.Select(item => item.Value ?? "").ToArray();

    /// <summary>Any scalars by name, as text.</summary>
    public IReadOnlyDictionary<string, string>? TextMap(string key)
    {
        if (Section(key) is not { } section) return null;
        return section.Keys.ToDictionary(name => name, name => section.TextOfAny(name) ?? "", StringComparer.Ordinal);
    }

    public YamlSection? Section(string key) => Value(key) switch
    {
        null => null,
        YamlMappingNode mapping => new YamlSection(mapping, Join(key), reading),
        var other => Wrong<YamlSection>(key, other, "keys and values"),
    };

    /// <summary>A mapping whose keys are names and whose values are mappings.</summary>
    public IReadOnlyDictionary<string, T> Map<T>(string key, Func<string, YamlSection, T> read)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Section(key) is not { } section) return map;
        foreach (var name in section.Keys)
        {
            if (section.Section(name) is { } child) map[name] = read(name, child);
            else if (section.Value(name) is null) section.Report(name, "expected keys and values, found nothing");
        }

        return map;
    }

    public IReadOnlyList<T> List<T>(string key, Func<YamlSection, T> read)
    {
        var list = new List<T>();
        foreach (var (index, item) in (Sequence(key)?.Children ?? []).Index())
        {
            if (item is YamlMappingNode mapping) list.Add(read(new YamlSection(mapping, $"{Join(key)}[{index}]", reading)));
            else reading.Report(item.Start, $"{Join(key)}: expected keys and values, found {YamlScalar.Describe(item)}");
        }

        return list;
    }

    /// <summary>All keys that were not asked for, for a plugin that has keys of its own.</summary>
    public JsonObject Rest()
    {
        var rest = new JsonObject();
        foreach (var name in Keys.Except(asked).ToArray())
        {
            if (Value(name) is { } value) rest[name] = YamlJson.From(value, reading);
        }

        return rest;
    }

    /// <summary>Takes note of keys whose values mean nothing here, so that nobody complains of them.</summary>
    public void Ignore(params IEnumerable<string> keys) => asked.AddRange(keys);

    /// <summary>Reports something wrong with the value of <paramref name="key"/>, or with the section when the key is not there.</summary>
    public void Report(string key, string message) => reading.Report(
        (node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : node).Start,
        $"{Join(key)}: {message}");

    /// <summary>Reports every key that nobody asked for, except <c>x-…</c>.</summary>
    public void Close()
    {
        var place = Path.Length == 0 ? "at the top level" : $"in {Path}";
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (asked.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal)) continue;
            reading.Report(key.Start, $"unknown key '{name}' {place}{Nearest.SuggestOrList(name, asked)}");
        }
    }

    private string? TextOfAny(string key) => Scalar(key, "text", _ => true) is { } scalar ? reading.Expand(scalar) : null;

    private YamlNode? Value(string key)
    {
        asked.Add(key);
        node.Children.TryGetValue(new YamlScalarNode(key), out var value);
        return value is YamlScalarNode scalar && YamlScalar.IsNull(scalar) ? null : value;
    }

    private YamlScalarNode? Scalar(string key, string expected, Func<YamlScalarNode, bool> fits) => Value(key) switch
    {
        null => null,
        YamlScalarNode scalar when fits(scalar) => scalar,
        var other => Wrong<YamlScalarNode>(key, other, expected),
    };

    private YamlSequenceNode? Sequence(string key) => Value(key) switch
    {
        null => null,
        YamlSequenceNode sequence => sequence,
        var other => Wrong<YamlSequenceNode>(key, other, "a list"),
    };

    private List<YamlScalarNode>? Items(string key)
    {
        if (Sequence(key) is not { } sequence) return null;
        var items = new List<YamlScalarNode>();
        foreach (var item in sequence)
        {
            if (item is YamlScalarNode scalar && YamlScalar.IsText(scalar)) items.Add(scalar);
            else reading.Report(item.Start, $"{Join(key)}: expected a list of texts, found {YamlScalar.Describe(item)} in it");
        }

        return items;
    }

    private T? Wrong<T>(string key, YamlNode found, string expected)
        where T : class
    {
        reading.Report(found.Start, $"{Join(key)}: expected {expected}, found {YamlScalar.Describe(found)}");
        return null;
    }

    private string Join(string key) => Path.Length == 0 || key.Length == 0 ? Path + key : $"{Path}.{key}";
}
