using Athene.Configuration.Yaml;

namespace Athene.Cli.Run;

/// <summary>
/// What a template may say and the embedded sidecar does not do. Where that would change what an app can rely on it is an error; what only
/// concerns Dapr's own processes (their logs, ports, profiles, placement) is left to Dapr.
/// </summary>
internal static class EmbeddedRules
{
    /// <summary>What the embedded sidecar reads of a request's headers at most, in bytes.</summary>
    private const int MaxHeaders = 32 * 1024;

    private const string Else = "Leave it out, or run on Dapr: athene up --dapr";

    public static void CheckApp(YamlSection app)
    {
        Check(app);
        foreach (var key in (ReadOnlySpan<string>)["resourcesPath", "resourcesPaths"])
            if (app.Has(key)) app.Report(key, "all apps have the same resources in the embedded sidecar: say it under common, and scope what is not for every app");
        if (app.Text("appChannelAddress") is { } address and not ("127.0.0.1" or "localhost"))
            app.Report("appChannelAddress", $"the embedded sidecar finds apps on 127.0.0.1 only, not on {address}. {Else}");
    }

    public static void CheckCommon(YamlSection common)
    {
        Check(common);
        if (common.Texts("resourcesPaths") is { Count: > 1 }) common.Report("resourcesPaths", "the embedded sidecar reads one directory. Put the files together, or run on Dapr: athene up --dapr");
    }

    private static void Check(YamlSection section)
    {
        if (section.TextOrNumber("appMaxConcurrency") is { } limit && !limit.StartsWith('-') && limit != "0")
            section.Report("appMaxConcurrency", $"the embedded sidecar does not limit how many calls an app gets at once. {Else}");
        if (section.Flag("appSSL") == true) section.Report("appSSL", $"the embedded sidecar calls apps without TLS. {Else}");
        if (section.Text("appProtocol") is { } protocol and not "http")
            section.Report("appProtocol", $"the embedded sidecar calls apps over http, not {protocol}. {Else}");
        if (section.Text("unixDomainSocket") is { Length: > 0 })
            section.Report("unixDomainSocket", $"the embedded sidecar has ports and no sockets. {Else}");
        if (section.Text("configFilePath") is { Length: > 0 })
            section.Report("configFilePath", "the embedded sidecar takes a Configuration from the directory of resourcesPath: put the file there");
        if (section.TextOrNumber("readBufferSize") is { } size && !(ByteQuantity.Parse(size) <= MaxHeaders))
            section.Report("readBufferSize", $"the embedded sidecar reads at most 32Ki of headers. {Else}");
    }
}
