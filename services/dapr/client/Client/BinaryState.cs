using Athene.Dapr.Grpc;
using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Wire = Athene.Dapr.Protocol.Runtime;

namespace Athene.Dapr.Client;

/// <summary>State as bytes, over the sidecar's gRPC API: its HTTP API takes JSON only.</summary>
internal sealed class BinaryState(GrpcConnection sidecar)
{
    private const string Service = "/dapr.proto.runtime.v1.Dapr";

    /// <summary>The bytes and their ETag; both empty when there are none.</summary>
    public async Task<(ReadOnlyMemory<byte> Value, string ETag)> GetAsync(
        string storeName, string key, ConsistencyMode? consistency, IReadOnlyDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(storeName);
        ArgumentException.ThrowIfNullOrEmpty(key);
        var request = new Wire.GetStateRequest { StoreName = storeName, Key = key, Consistency = Of(consistency) };
        if (metadata is not null) request.Metadata.Add(metadata.ToDictionary());
        var response = await AskAsync("GetState", request, Wire.GetStateResponse.Parser, cancellationToken);
        return (response.Data.Memory, response.Etag);
    }

    /// <summary>Saves the bytes; false when the stored value has another ETag.</summary>
    public async Task<bool> TrySaveAsync(
        string storeName,
        string key,
        ReadOnlyMemory<byte> value,
        string etag,
        StateOptions? options,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(storeName);
        ArgumentException.ThrowIfNullOrEmpty(key);
        var item = new Wire.StateItem
        {
            Key = key,
            Value = UnsafeByteOperations.UnsafeWrap(value),
            Etag = etag.Length == 0 ? null : new Wire.Etag { Value = etag },
            Options = new Wire.StateOptions { Concurrency = Of(options?.Concurrency), Consistency = Of(options?.Consistency) },
        };
        if (metadata is not null) item.Metadata.Add(metadata.ToDictionary());
        try
        {
            await AskAsync("SaveState", new Wire.SaveStateRequest { StoreName = storeName, States = { item } }, Empty.Parser, cancellationToken);
            return true;
        }
        catch (DaprApiException lost) when (lost.InnerException is GrpcException { Status: GrpcStatus.Aborted })
        {
            return false;
        }
    }

    private async Task<TResponse> AskAsync<TResponse>(
        string method, IMessage request, MessageParser<TResponse> parser, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>
    {
        try
        {
            return await sidecar.CallAsync($"{Service}/{method}", request, parser, cancellationToken);
        }
        catch (GrpcException unreachable) when (unreachable.InnerException is { } cause)
        {
            throw new DaprException($"{method}: {unreachable.Message}", cause);
        }
        catch (GrpcException failed)
        {
            throw new DaprApiException(
                $"{method} was answered with {failed.Status}: {failed.Message}", failed, $"{failed.Status}", failed.Status == GrpcStatus.Unavailable);
        }
    }

    private static Wire.StateOptions.Types.StateConsistency Of(ConsistencyMode? mode) => mode switch
    {
        null => Wire.StateOptions.Types.StateConsistency.ConsistencyUnspecified,
        ConsistencyMode.Eventual => Wire.StateOptions.Types.StateConsistency.ConsistencyEventual,
        _ => Wire.StateOptions.Types.StateConsistency.ConsistencyStrong,
    };

    private static Wire.StateOptions.Types.StateConcurrency Of(ConcurrencyMode? mode) => mode switch
    {
        null => Wire.StateOptions.Types.StateConcurrency.ConcurrencyUnspecified,
        ConcurrencyMode.FirstWrite => Wire.StateOptions.Types.StateConcurrency.ConcurrencyFirstWrite,
        _ => Wire.StateOptions.Types.StateConcurrency.ConcurrencyLastWrite,
    };
}
