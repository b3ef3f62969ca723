namespace Athene.Dapr.Client;

/// <summary>How one state operation treats concurrent ones.</summary>
public class StateOptions
{
    public ConsistencyMode? Consistency { get; set; }

    public ConcurrencyMode? Concurrency { get; set; }
}
