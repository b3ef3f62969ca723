namespace Athene.Cli.Tests.Support;

/// <summary>A test of the command line with a home of its own.</summary>
public abstract class CliTest : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    internal string Home => directory.Path;

    internal CliRun Cli => new(Home);

    public void Dispose()
    {
        directory.Dispose();
        GC.SuppressFinalize(this);
    }

    internal string File(string name, string content)
    {
        var path = directory.Combine(name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}
