namespace Athene.Dapr.Client;

/// <summary>What an operation of a state transaction does.</summary>
public enum StateOperationType
{
    /// <summary>Inserts or updates.</summary>
    Upsert,

    Delete,
}
