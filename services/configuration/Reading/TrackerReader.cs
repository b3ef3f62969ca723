using System.Text.Json.Nodes;
using Athene.Configuration.Projects;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>Reads where a project's issues and pull requests are.</summary>
internal static class TrackerReader
{
    private const string Local = "local";

    // What Athene's own trackers and hosts understand. Plugins from elsewhere have keys that nobody here knows.
    private static readonly Dictionary<string, string[]> TrackerKeys = new(StringComparer.Ordinal)
    {
        [Local] = [],
        ["github"] = ["apiUrl"],
        ["gitlab"] = ["apiUrl", "host"],
        ["linear"] = ["teamId", "workspaceSlug", "apiUrl"],
    };

    private static readonly Dictionary<string, string[]> ScmKeys = new(StringComparer.Ordinal)
    {
        ["github"] = ["apiUrl"],
        ["gitlab"] = ["apiUrl", "host"],
    };

    public static TrackerConfiguration? ReadTracker(YamlSection? section)
    {
        if (section is null) return null;
        var path = section.Text("path");
        var plugin = Plugin(section, "tracker", path);
        return new TrackerConfiguration(plugin, path, Settings(section, TrackerKeys.GetValueOrDefault(plugin)));
    }

    public static ScmConfiguration? ReadScm(YamlSection? section)
    {
        if (section is null) return null;
        var plugin = Plugin(section, "scm", section.Text("path"));
        var webhook = ReadWebhook(section.Section("webhook"));
        return new ScmConfiguration(plugin, webhook, Settings(section, ScmKeys.GetValueOrDefault(plugin)));
    }

    private static JsonObject Settings(YamlSection section, IReadOnlyList<string>? keys)
    {
        if (keys is null) return section.Rest();
        var settings = new JsonObject();
        foreach (var key in keys)
        {
            if (section.TextOrNumber(key) is { } value) settings[key] = value;
        }

        section.Close();
        return settings;
    }

    // An external plugin's name follows from its package (ao-plugin-tracker-NAME) or from the last part of its path.
    private static string Plugin(YamlSection section, string slot, string? path)
    {
        var (plugin, package) = (section.Text("plugin"), section.Text("package"));
        if (package is not null && path is not null) section.Report("path", "give either 'package' or 'path', not both");
        if (plugin is not null) return plugin;
        if (package is not null) return package.Split('/')[^1].Replace($"ao-plugin-{slot}-", "", StringComparison.Ordinal);
        if (path is not null) return slot == "tracker" && !path.EndsWith(".js", StringComparison.Ordinal) ? Local : Path.GetFileNameWithoutExtension(path);
        section.Report("plugin", "is required: say which one, such as 'local' or 'github'");
        return "";
    }

    private static WebhookConfiguration? ReadWebhook(YamlSection? section)
    {
        if (section is null) return null;
        var webhook = new WebhookConfiguration(
            section.Flag("enabled") ?? true,
            section.Text("path"),
            section.Text("secretEnvVar"),
            section.Text("signatureHeader"),
            section.Text("eventHeader"),
            section.Text("deliveryHeader"),
            section.Number("maxBodyBytes", least: 1));
        section.Close();
        return webhook;
    }
}
