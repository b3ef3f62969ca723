namespace Athene.Sidecar.Hosting;

/// <summary>The apps of this sidecar, by id.</summary>
internal sealed class AppTable
{
    private readonly Dictionary<string, HostedApp> apps;

    /// <exception cref="SidecarStartException">Two apps have the same id, there is none, or one may send nothing.</exception>
    public AppTable(SidecarOptions options)
    {
        if (options.Apps.Count == 0) throw new SidecarStartException("No app is configured. Give at least one under \"apps\".");
        if (options.Apps.GroupBy(app => app.AppId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new SidecarStartException($"The app id '{twice.Key}' is given twice. Every app needs its own.");
        if (options.Apps.FirstOrDefault(app => app.MaxBodySize < 1) is { } limitless)
            throw new SidecarStartException($"The app '{limitless.AppId}' has a maxBodySize of {limitless.MaxBodySize}. Give a number of bytes, or leave it out for 4 MiB.");
        All = [.. options.Apps.Select(app => new HostedApp(app))];
        apps = All.ToDictionary(app => app.Id);
    }

    /// <summary>In the order of the configuration.</summary>
    public IReadOnlyList<HostedApp> All { get; }

    public HostedApp? Find(string appId) => apps.GetValueOrDefault(appId);
}
