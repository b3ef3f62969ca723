using Athene.Cli.Run;
using Athene.Cli.Supervision;
using Athene.Configuration;

namespace Athene.Cli.Tests.Support;

/// <summary>A directory of programs in which everything is the tiny stub program, and a template that runs it as two services.</summary>
internal sealed class StubApps(string directory)
{
    public static string Stub { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Athene.Cli.Stub", new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Name, "Athene.Sidecar.dll"));

    public string Template => Path.Combine(directory, "dapr.yaml");

    /// <param name="sessionPort">The port that the template wishes for.</param>
    /// <param name="crash">What the second service says before it ends at once.</param>
    public StubApps Write(int? sessionPort = null, string? crash = null)
    {
        Directory.CreateDirectory(Path.Combine(directory, "apps"));
        Directory.CreateSymbolicLink(Path.Combine(directory, "apps", "Athene.Sidecar"), Path.GetDirectoryName(Stub)!);
        File.WriteAllText(Template, $$"""
            version: 1
            apps:
              - appID: session
                appDirPath: .
                {{(sessionPort is { } port ? $"appPort: {port}" : "")}}
                command: ["dotnet", "artifacts/app/Athene.Sidecar/Athene.Sidecar.dll"]
              - appID: notifier
                appDirPath: .
                command: ["dotnet", "artifacts/app/Athene.Sidecar/Athene.Sidecar.dll"]
                env: { STUB_CRASH: "{{crash}}" }
            """);
        return this;
    }

    public SupervisorOptions Options() => new(
        AtheneHome.From(Path.Combine(directory, "home")), RunTemplateParser.Load(Template), null, ["dotnet", Stub],
        new AppDirectory(Path.Combine(directory, "apps")).Resolve)
    {
        Backoff = new RestartBackoff(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30)),
    };

    public IReadOnlyDictionary<string, string> Environment() => new Dictionary<string, string>
    {
        [AtheneHome.Variable] = Path.Combine(directory, "home"),
        [AppDirectory.Variable] = Path.Combine(directory, "apps"),
        [AppDirectory.TemplateVariable] = Template,
    };
}
