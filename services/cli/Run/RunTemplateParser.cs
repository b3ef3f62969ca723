using Athene.Contracts.Errors;

namespace Athene.Cli.Run;

/// <summary>Reads <c>dapr.yaml</c> strictly: what Dapr would ignore or refuse later is an error here, with its line.</summary>
internal sealed class RunTemplateParser
{
    private static readonly string[] RootKeys = ["version", "common", "apps"];

    // What Dapr lets an app or the common part say. Athene's own sidecar reads a part of it and leaves the rest to Dapr.
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

    private readonly string path;
    private readonly string directory;

    private RunTemplateParser(string path)
    {
        this.path = path;
        directory = Path.GetDirectoryName(path)!;
    }

    /// <exception cref="AtheneException">The file is missing, or says something that it cannot say; with the line.</exception>
    public static RunTemplate Load(string path)
    {
        if (!File.Exists(path)) throw Problems.Configuration($"There is no {path}.", "It names the services to run; take it from Athene's repository.");
        return new RunTemplateParser(Path.GetFullPath(path)).Parse(File.ReadAllText(path));
    }

    private RunTemplate Parse(string text)
    {
        var root = YamlSection.Root(path, text);
        root.AllowOnly(RootKeys);
        if (root.Integer("version") is not 1) throw root.Error("version", "must be 1");
        var common = root.Section("common");
        common?.AllowOnly(SharedKeys);
        var apps = root.Sections("apps").Select(app => App(app, common)).ToArray();
        if (apps.Length == 0) throw root.Error("apps", "must list at least one app");
        if (apps.GroupBy(app => app.AppId).FirstOrDefault(group => group.Count() > 1) is { } twice) throw root.Error("apps", $"names the app '{twice.Key}' twice");
        var resources = common?.Text("resourcesPath") ?? (common?.Texts("resourcesPaths") is [var first, ..] ? first : null);
        return new RunTemplate(path, resources is null ? null : Path.GetFullPath(resources, directory), apps);
    }

    private RunApp App(YamlSection app, YamlSection? common)
    {
        app.AllowOnly(AppKeys);
        var command = app.Texts("command");
        if (command.Count == 0) throw app.Error("command", "must be a list: the program and its arguments");
        var environment = new Dictionary<string, string>(common?.Map("env") ?? new Dictionary<string, string>());
        foreach (var (name, value) in app.Map("env")) environment[name] = value;
        return new RunApp(
            app.Text("appID") ?? throw app.Error("appID", "is missing"),
            Path.GetFullPath(app.Text("appDirPath") ?? throw app.Error("appDirPath", "is missing"), directory),
            command,
            app.Port("appPort"),
            app.Port("daprHTTPPort"),
            app.Port("daprGRPCPort"),
            environment);
    }
}
