namespace Athene.Session.Machine.Runtimes;

/// <summary>Terminals of one make.</summary>
public interface INamedRuntime : IRuntime
{
    /// <summary>The name that configurations and session documents carry, for example "tmux".</summary>
    string Name { get; }
}
