using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Runtimes;

/// <summary>A home with terminals of its own, all of them ended with the test.</summary>
public abstract class RuntimeHome : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    /// <summary>As the session service has it.</summary>
    public abstract INamedRuntime Runtime { get; }

    public string Path => directory.Path;

    public string Combine(params string[] parts) => directory.Combine(parts);

    /// <summary>The same home as a session service that was started later sees it.</summary>
    public abstract INamedRuntime Restarted();

    /// <summary>A launch of a shell script, which finds further arguments as $1, $2…</summary>
    public RuntimeRequest Script(string sessionId, string script, params string[] arguments) =>
        Program(sessionId, ["/bin/sh", "-c", script, "agent", .. arguments]);

    public RuntimeRequest Program(string sessionId, IReadOnlyList<string> command) => new(
        sessionId, $"op-{sessionId}", Path, command, new Dictionary<string, string>(), Combine($"{sessionId}.launch"))
    {
        Runtime = Runtime.Name,
    };

    public void Dispose()
    {
        EndAll();
        directory.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract void EndAll();
}
