using Athene.Configuration;

namespace Athene.Cli.Demo;

/// <summary>A temporary folder with all that the demo touches: a home of its own, a small repository with issues, and a scripted agent.</summary>
internal sealed class DemoPlace
{
    public const string Agent = "scripted";
    public const string ProjectId = "demo";

    private DemoPlace(string root) => Root = root;

    public string Root { get; }

    public string Repository => Path.Combine(Root, "greeter");

    public string ConfigurationFile => Path.Combine(Root, "athene.yaml");

    private string Script => Path.Combine(Root, "agent.sh");

    public static async Task<DemoPlace> MakeAsync(CancellationToken cancellationToken)
    {
        var place = new DemoPlace(Directory.CreateTempSubdirectory("athene-demo-").FullName);
        await place.WriteAgentAsync(cancellationToken);
        await place.WriteRepositoryAsync(cancellationToken);
        return place;
    }

    /// <summary>The same command line, for the demo's home, and out of reach of a session of Athene around us.</summary>
    public CliContext ContextOf(CliContext context) => context with
    {
        Variable = name => name switch
        {
            AtheneHome.Variable => Path.Combine(Root, "home"),
            ConfigurationLoader.Variable => ConfigurationFile,
            _ => context.Variable(name),
        },
    };

    public async Task<string> GitAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var result = await new Command("git").WithArguments(arguments).WithWorkingDirectory(Repository).ExecuteBufferedAsync(cancellationToken);
        return result.StandardOutput.TrimEnd();
    }

    public void Remove() => Directory.Delete(Root, recursive: true);

    private async Task WriteAgentAsync(CancellationToken cancellationToken)
    {
        await using (var source = typeof(DemoPlace).Assembly.GetManifestResourceStream("agent.sh")!)
        await using (var target = File.Create(Script))
        {
            await source.CopyToAsync(target, cancellationToken);
        }

        await File.WriteAllTextAsync(
            ConfigurationFile,
            $"""
             # The agent of the demo. Any command-line agent is described like this.
             agents:
               {Agent}:
                 displayName: Scripted agent
                 process: bash
                 launch: [bash, '{Script}', "{AsPlaceholder("prompt")}"]
                 prompt: argument
             """,
            cancellationToken);
    }

    private async Task WriteRepositoryAsync(CancellationToken cancellationToken)
    {
        var issues = Directory.CreateDirectory(Path.Combine(Repository, "issues")).FullName;
        await File.WriteAllTextAsync(Path.Combine(Repository, "README.md"), "# Greeter\n\nSays hello, in every language we find.\n", cancellationToken);
        foreach (var issue in DemoIssue.All)
        {
            await File.WriteAllTextAsync(Path.Combine(issues, issue.FileName), issue.Markdown, cancellationToken);
        }

        await GitAsync(cancellationToken, "init", "--quiet");
        await GitAsync(cancellationToken, "symbolic-ref", "HEAD", "refs/heads/main");
        await GitAsync(cancellationToken, "config", "user.name", "Athene demo");
        await GitAsync(cancellationToken, "config", "user.email", "demo@localhost");
        await GitAsync(cancellationToken, "config", "commit.gpgSign", "false");
        await GitAsync(cancellationToken, "add", ".");
        await GitAsync(cancellationToken, "commit", "--quiet", "--message", "Begin");
    }

    private static string AsPlaceholder(string name) => $"{{{name}}}";
}
