using Athene.Configuration;
using Athene.Configuration.Yaml;
using Athene.Contracts.Errors;

namespace Athene.Cli.Run;

/// <summary>Reads <c>dapr.yaml</c> strictly: what Dapr would ignore or refuse later is an error here, with its line.</summary>
internal static class RunTemplateParser
{
    private static readonly string[] RootKeys = ["version", "common", "apps"];

    // What Dapr lets an app or the common part say. Athene's own sidecar follows a part of it: EmbeddedRules.
    private static readonly string[] SharedKeys =
    [
        "resourcesPath", "resourcesPaths", "configFilePath", "env", "appProtocol", "logLevel", "enableAppHealthCheck", "appHealthCheckPath",
        "appHealthProbeInterval", "appHealthProbeTimeout", "appHealthThreshold", "placementHostAddress", "schedulerHostAddress",
        "appLogDestination", "daprdLogDestination", "appMaxConcurrency", "enableProfiling", "enableApiLogging", "maxBodySize",
        "readBufferSize", "unixDomainSocket", "appSSL",
    ];

    private static readonly string[] AppKeys =
    [
        .. SharedKeys, "appID", "appDirPath", "appPort", "command", "daprHTTPPort", "daprGRPCPort", "daprInternalGRPCPort", "metricsPort",
        "profilePort", "appChannelAddress",
    ];

    /// <exception cref="AtheneException">The file is missing, or says something that it cannot say; with the line.</exception>
    public static RunTemplate Load(string path, RunTarget target = RunTarget.Embedded)
    {
        if (!File.Exists(path)) throw Problems.Configuration($"There is no {path}.", "It names the services to run; take it from Athene's repository.");
        var reading = new YamlReading(path, Environment.GetEnvironmentVariable);
        var template = Read(reading.Root(File.ReadAllText(path)), path, target);
        return reading.Errors.Count == 0 ? template : throw Problems.Configuration(new ConfigurationException(reading.Errors));
    }

    private static RunTemplate Read(YamlSection root, string path, RunTarget target)
    {
        var directory = Path.GetDirectoryName(path)!;
        AllowOnly(root, RootKeys);
        if (root.Number("version") is not 1) root.Report("version", "must be 1");
        var common = root.Section("common");
        if (common is not null) AllowOnly(common, SharedKeys);
        if (common is not null && target == RunTarget.Embedded) EmbeddedRules.CheckCommon(common);
        var shared = common?.TextMap("env") ?? new Dictionary<string, string>();
        var apps = root.List("apps", app => App(app, common, shared, directory, target));
        if (apps.Count == 0) root.Report("apps", "must list at least one app");
        foreach (var twice in apps.GroupBy(app => app.AppId).Where(group => group.Count() > 1)) root.Report("apps", $"the app '{twice.Key}' is named twice");
        var resources = common?.Text("resourcesPath") ?? (common?.Texts("resourcesPaths") is [var first, ..] ? first : null);
        return new RunTemplate(path, resources is null ? null : Path.GetFullPath(resources, directory), apps);
    }

    private static RunApp App(YamlSection app, YamlSection? common, IReadOnlyDictionary<string, string> shared, string directory, RunTarget target)
    {
        AllowOnly(app, AppKeys);
        if (target == RunTarget.Embedded) EmbeddedRules.CheckApp(app);
        var command = app.Texts("command") ?? [];
        if (command.Count == 0) app.Report("command", "must be a list: the program and its arguments");
        var environment = new Dictionary<string, string>(shared);
        foreach (var (name, value) in app.TextMap("env") ?? new Dictionary<string, string>()) environment[name] = value;
        return new RunApp(
            Required(app, "appID"), Path.GetFullPath(Required(app, "appDirPath"), directory), command,
            Port(app, "appPort"), Port(app, "daprHTTPPort"), Port(app, "daprGRPCPort"), environment, RunHealthCheckParser.Read(app, common),
            Size(app, "maxBodySize") ?? (common is null ? null : Size(common, "maxBodySize")));
    }

    private static void AllowOnly(YamlSection section, IReadOnlyCollection<string> keys)
    {
        foreach (var key in section.Keys.Except(keys))
        {
            section.Report(key, Nearest.Of(key, keys) is { } near ? $"is not a key here; did you mean '{near}'?" : "is not a key here");
        }
    }

    private static string Required(YamlSection section, string key)
    {
        if (section.Text(key) is { Length: > 0 } text) return text;
        if (!section.Has(key)) section.Report(key, "is missing");
        return "";
    }

    private static int? Size(YamlSection section, string key)
    {
        if (section.TextOrNumber(key) is not { } text) return null;
        var size = ByteQuantity.Parse(text);
        if (size is null) section.Report(key, $"'{text}' is not a size, such as 4Mi or 500k");
        return size;
    }

    private static int? Port(YamlSection section, string key)
    {
        var port = section.Number(key, least: 1);
        if (port > 65535) section.Report(key, "must be a port, 1 to 65535");
        return port;
    }
}
