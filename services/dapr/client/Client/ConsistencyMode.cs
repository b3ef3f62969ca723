namespace Athene.Dapr.Client;

/// <summary>How fresh a read, or how settled a write, must be.</summary>
public enum ConsistencyMode
{
    Eventual,
    Strong,
}
