using Athene.Session.Records;

namespace Athene.Session.Tests.Records;

/// <summary>The real documents, but somebody else is faster than the first write.</summary>
internal sealed class OvertakenDocuments(IDocuments documents, Func<Task> overtake) : IDocuments
{
    private bool overtaken;

    public Task<IReadOnlyList<StoredDocument>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        documents.ReadAsync(keys, cancellationToken);

    public async Task<bool> TryWriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        if (!overtaken) await overtake();
        overtaken = true;
        return await documents.TryWriteAsync(writes, cancellationToken);
    }
}
