using System.Text.Json;
using Athene.Contracts.Json;
using Athene.Session.Records;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Messages;

/// <summary>The message logs in the state store, and their only writer.</summary>
public sealed class MessageStore(IDocuments documents)
{
    private const int MostAttempts = 10;

    private readonly KeyedGate gate = new();

    public async Task<MessageLog> ReadAsync(string sessionId, CancellationToken cancellationToken) =>
        (await LoadAsync(sessionId, cancellationToken)).Value ?? MessageLog.Empty;

    /// <summary>The logs of many sessions, in one bulk read; those without messages are left out.</summary>
    public async Task<IReadOnlyList<(string SessionId, MessageLog Log)>> ReadAllAsync(IReadOnlyList<string> sessionIds, CancellationToken cancellationToken)
    {
        var stored = await documents.ReadAsync([.. sessionIds.Select(RecordKeys.Messages)], cancellationToken);
        return [.. sessionIds.Zip(stored, (id, document) => (id, document.As<MessageLog>().Value)).Where(pair => pair.Value is not null).Select(pair => (pair.id, pair.Value!))];
    }

    /// <summary>Changes one log; the change may run again when somebody else was faster.</summary>
    public async Task<MessageLog> ChangeAsync(string sessionId, Func<MessageLog, MessageLog> change, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(sessionId, cancellationToken);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var before = await LoadAsync(sessionId, cancellationToken);
            var after = change(before.Value ?? MessageLog.Empty);
            if (ReferenceEquals(after, before.Value)) return after;
            var bytes = JsonSerializer.SerializeToUtf8Bytes(after, AtheneJson.Options);
            if (await documents.TryWriteAsync([new DocumentWrite(before.Key, bytes, before.ETag)], cancellationToken)) return after;
        }

        throw new InvalidOperationException($"The messages of session '{sessionId}' could not be stored: another writer changed them {MostAttempts} times in a row.");
    }

    private async Task<Loaded<MessageLog>> LoadAsync(string sessionId, CancellationToken cancellationToken)
    {
        var stored = (await documents.ReadAsync([RecordKeys.Messages(sessionId)], cancellationToken))[0];
        return stored.As<MessageLog>();
    }
}
