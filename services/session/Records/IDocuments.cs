namespace Athene.Session.Records;

/// <summary>Documents of the state store, read in bulk and written in transactions; waits for the sidecar while it is away.</summary>
public interface IDocuments
{
    /// <summary>Reads several documents at once, in the order asked for.</summary>
    Task<IReadOnlyList<StoredDocument>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>Writes all or nothing.</summary>
    /// <returns>False when one of the documents was changed by somebody else since it was read.</returns>
    Task<bool> TryWriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken);
}
