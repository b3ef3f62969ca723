using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Hosting;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.State;

/// <summary>The state methods of the Dapr gRPC service. A value is the bytes that the client sends, whatever they are.</summary>
internal sealed class StateCalls(StateStores stores)
{
    public GetStateResponse Get(HttpContext context, GetStateRequest request)
    {
        var response = new GetStateResponse();
        if (stores.Find(request.StoreName, context.CallingApp().Id).Get(request.Key) is not { } entry) return response;
        response.Data = UnsafeByteOperations.UnsafeWrap(entry.Value);
        response.Etag = entry.ETag;
        AddExpiry(response.Metadata, entry);
        return response;
    }

    public GetBulkStateResponse GetMany(HttpContext context, GetBulkStateRequest request)
    {
        var entries = stores.Find(request.StoreName, context.CallingApp().Id).GetMany(request.Keys);
        var response = new GetBulkStateResponse();
        foreach (var (key, entry) in request.Keys.Zip(entries))
        {
            var item = new BulkStateItem { Key = key };
            response.Items.Add(item);
            if (entry is null) continue;
            item.Data = UnsafeByteOperations.UnsafeWrap(entry.Value);
            item.Etag = entry.ETag;
            AddExpiry(item.Metadata, entry);
        }

        return response;
    }

    public Empty Save(HttpContext context, SaveStateRequest request)
    {
        var store = stores.Find(request.StoreName, context.CallingApp().Id);
        if (request.States.Any(item => item.Key.Length == 0)) throw new DaprException(400, "ERR_STATE_SAVE", "state key cannot be empty");
        store.Save([.. request.States.Select(item => Upsert(item, "ERR_STATE_SAVE", $"failed saving state in state store {store.Name}: "))]);
        return new Empty();
    }

    public Empty Delete(HttpContext context, DeleteStateRequest request)
    {
        stores.Find(request.StoreName, context.CallingApp().Id).Delete(StateChange.Delete(request.Key, request.Etag?.Value));
        return new Empty();
    }

    public Empty DeleteMany(HttpContext context, DeleteBulkStateRequest request)
    {
        stores.Find(request.StoreName, context.CallingApp().Id).DeleteMany([.. request.States.Select(Deletion)]);
        return new Empty();
    }

    public Empty Transact(HttpContext context, ExecuteStateTransactionRequest request)
    {
        stores.Find(request.StoreName, context.CallingApp().Id).Transact(request.Operations.Select(Operation));
        return new Empty();
    }

    private static StateChange Operation(TransactionalStateOperation operation) => operation.OperationType switch
    {
        "upsert" => Upsert(operation.Request, "ERR_STATE_TRANSACTION", "error while executing state transaction: "),
        "delete" => Deletion(operation.Request),
        var other => throw StateRequestReader.UnknownOperation(other),
    };

    private static StateChange Upsert(StateItem item, string errorCode, string errorPrefix) => Deletion(item) with
    {
        Value = item.Value.ToByteArray(),
        FirstWrite = item.Options?.Concurrency == StateOptions.Types.StateConcurrency.ConcurrencyFirstWrite,
        TimeToLive = StateRequestReader.ReadTimeToLive(item.Metadata.GetValueOrDefault("ttlInSeconds"), errorCode, errorPrefix),
    };

    private static StateChange Deletion(StateItem item) => StateChange.Delete(item.Key, item.Etag?.Value);

    private static void AddExpiry(MapField<string, string> metadata, StateEntry entry)
    {
        if (entry.Expires is { } expires) metadata["ttlExpireTime"] = Rfc3339.Seconds(expires);
    }
}
