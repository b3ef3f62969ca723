namespace Athene.Dapr.Client;

/// <summary>How concurrent writes of one key are settled.</summary>
public enum ConcurrencyMode
{
    /// <summary>The first write wins: a write needs the ETag it read.</summary>
    FirstWrite,

    /// <summary>The last write wins.</summary>
    LastWrite,
}
