namespace Athene.Session.Orchestrators;

/// <summary>This process among all that serve the same state store.</summary>
public sealed record ServiceInstance(string Name)
{
    public static ServiceInstance Current { get; } = new($"{Environment.MachineName}:{Environment.ProcessId}");
}
