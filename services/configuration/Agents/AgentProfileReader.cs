using System.Globalization;
using System.Text.RegularExpressions;
using Athene.Configuration.Projects;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Agents;

/// <summary>Reads agent profiles strictly: an unknown key, placeholder or permission mode is an error at its place in the file.</summary>
public static class AgentProfileReader
{
    /// <summary>Reads a file that holds one profile.</summary>
    /// <exception cref="ConfigurationException">Something in it is wrong.</exception>
    public static AgentProfileLayer ReadFile(string file, string text, Func<string, string?> variable)
    {
        var reading = new YamlReading(file, variable);
        var section = reading.Root(text);
        var layer = Read(section);
        return reading.Errors.Count == 0 ? layer : throw new ConfigurationException(reading.Errors);
    }

    /// <summary>Reads one profile out of a section; what is wrong is reported there.</summary>
    public static AgentProfileLayer Read(YamlSection section)
    {
        var activity = section.Section("activity");
        var native = section.Section("nativeSession");
        var layer = new AgentProfileLayer
        {
            DisplayName = section.Text("displayName"),
            Process = section.Text("process"),
            Launch = Vector(section, "launch"),
            Resume = Vector(section, "resume"),
            Prompt = section.Word("prompt", "argument", "message") switch
            {
                "argument" => PromptDelivery.Argument,
                "message" => PromptDelivery.Message,
                _ => null,
            },
            Message = Template(section, "message"),
            Permissions = Permissions(section.Section("permissions")),
            PermissionEnv = PermissionEnv(section.Section("permissionEnv")),
            Env = section.TextMap("env"),
            Waiting = Patterns(activity, "waiting"),
            Blocked = Patterns(activity, "blocked"),
            Active = Patterns(activity, "active"),
            Limit = Patterns(activity, "limit"),
            NativeId = native?.Word("id", "chosen", "found") switch
            {
                "chosen" => NativeSessionId.Chosen,
                "found" => NativeSessionId.Found,
                _ => null,
            },
            NativeFiles = native?.Text("files"),
            NativeDelete = native is null ? null : Vector(native, "delete"),
            NativeFormat = native?.Word("format", "claude-code", "codex", "opencode") switch
            {
                "claude-code" => NativeRecordFormat.ClaudeCode,
                "codex" => NativeRecordFormat.Codex,
                "opencode" => NativeRecordFormat.OpenCode,
                _ => null,
            },
            Prices = section.Has("prices") ? section.Map("prices", (_, price) => ReadPrice(price)) : null,
            Hooks = section.Word("hooks", HookFormats.Words) is { } hooks ? HookFormats.Parse(hooks) : null,
            Install = section.Verbatim("install"),
            Docs = section.Text("docs"),
            Version = Vector(section, "version"),
            Verified = section.TextOrNumber("verified"),
        };
        activity?.Close();
        native?.Close();
        section.Close();
        return layer;
    }

    private static ModelPrice ReadPrice(YamlSection section)
    {
        var input = Amount(section, "input");
        var price = new ModelPrice(
            input, Amount(section, "output"), Amount(section, "cacheRead", input), Amount(section, "cacheWrite", input));
        section.Close();
        return price;
    }

    private static decimal Amount(YamlSection section, string key, decimal? otherwise = null)
    {
        var text = section.TextOrNumber(key);
        if (text is null && otherwise is { } known) return known;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return amount;
        section.Report(key, "expected an amount in US dollars for a million tokens, such as 0.25");
        return 0;
    }

    private static IReadOnlyList<string>? Vector(YamlSection section, string key)
    {
        var vector = section.Texts(key);
        if (vector is { Count: 0 } && key != "resume") section.Report(key, "expected at least the program");
        foreach (var element in vector ?? []) CheckPlaceholders(section, key, element);
        return vector;
    }

    private static string? Template(YamlSection section, string key)
    {
        var text = section.Text(key);
        if (text is not null) CheckPlaceholders(section, key, text);
        return text;
    }

    private static void CheckPlaceholders(YamlSection section, string key, string text)
    {
        foreach (var word in AgentPlaceholders.Pattern().Matches(text).Select(match => match.Groups[1].Value))
        {
            if (AgentPlaceholders.All.Contains(word)) continue;
            var nearest = Nearest.Of(word, AgentPlaceholders.All);
            section.Report(key, $"unknown placeholder '{{{word}}}'"
                + (nearest is null ? $" (valid: {string.Join(", ", AgentPlaceholders.All)})" : $" (did you mean '{{{nearest}}}'?)"));
        }
    }

    private static Dictionary<string, IReadOnlyList<string>>? Permissions(YamlSection? section)
    {
        if (section is null) return null;
        var modes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var mode in PermissionMode.All)
        {
            if (section.Texts(mode) is { } arguments) modes[mode] = arguments;
        }

        section.Close();
        return modes;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>>? PermissionEnv(YamlSection? section)
    {
        if (section is null) return null;
        var modes = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var mode in PermissionMode.All)
        {
            if (section.TextMap(mode) is { } variables) modes[mode] = variables;
        }

        section.Close();
        return modes;
    }

    private static IReadOnlyList<string>? Patterns(YamlSection? section, string key)
    {
        var patterns = section?.VerbatimTexts(key);
        foreach (var pattern in patterns ?? [])
        {
            try
            {
                _ = new Regex(pattern, RegexOptions.CultureInvariant);
            }
            catch (ArgumentException error)
            {
                section!.Report(key, $"'{pattern}' is not a regular expression: {error.Message}");
            }
        }

        return patterns;
    }
}
