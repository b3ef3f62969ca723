using System.Text.Json;
using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Actors.Reminders;
using Athene.Sidecar.Actors.Timers;
using Athene.Sidecar.Grpc;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.State;
using Athene.Sidecar.Tracing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Primitives;

namespace Athene.Sidecar.Actors;

/// <summary>The actor methods of the Dapr gRPC service: a translation between its messages and the actor runtime.</summary>
internal sealed class ActorCalls(ActorInvoker invoker, ActorState state, ActorReminders reminders, ActorTimers timers)
{
    /// <summary>A hundred years: a time that can still be computed.</summary>
    private const long LongestIntervalSeconds = 3_155_760_000;

    /// <summary>The methods, by name.</summary>
    public IEnumerable<KeyValuePair<string, GrpcMethod>> Methods =>
    [
        KeyValuePair.Create("InvokeActor", Method(InvokeActorRequest.Parser, InvokeAsync)),
        KeyValuePair.Create("GetActorState", Method(GetActorStateRequest.Parser, GetState)),
        KeyValuePair.Create("ExecuteActorStateTransaction", Method(ExecuteActorStateTransactionRequest.Parser, Transact)),
        KeyValuePair.Create("RegisterActorReminder", Method(RegisterActorReminderRequest.Parser, RegisterReminder)),
        KeyValuePair.Create("GetActorReminder", Method(GetActorReminderRequest.Parser, GetReminder)),
        KeyValuePair.Create("UnregisterActorReminder", Method(UnregisterActorReminderRequest.Parser, UnregisterReminder)),
        KeyValuePair.Create("RegisterActorTimer", Method(RegisterActorTimerRequest.Parser, RegisterTimer)),
        KeyValuePair.Create("UnregisterActorTimer", Method(UnregisterActorTimerRequest.Parser, UnregisterTimer)),
    ];

    private async Task<InvokeActorResponse> InvokeAsync(HttpContext context, InvokeActorRequest request, CancellationToken cancellationToken)
    {
        // The message has no content type, and what SDKs send is JSON.
        var headers = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        foreach (var (name, value) in request.Metadata) headers[name] = value;
        var call = new ActorCall(
            context.CallingApp(), Key(request.ActorType, request.ActorId), Uri.EscapeDataString(request.Method), headers, request.Data.Memory, context.Hop());
        return new InvokeActorResponse { Data = UnsafeByteOperations.UnsafeWrap((await invoker.InvokeAsync(call, cancellationToken)).Body) };
    }

    private GetActorStateResponse GetState(HttpContext context, GetActorStateRequest request)
    {
        var response = new GetActorStateResponse();
        if (state.Get(context.CallingApp(), Key(request.ActorType, request.ActorId), request.Key) is not { } entry) return response;
        response.Data = UnsafeByteOperations.UnsafeWrap(entry.Value);
        if (entry.Expires is { } expires) response.Metadata["ttlExpireTime"] = Rfc3339.Seconds(expires);
        return response;
    }

    private Empty Transact(HttpContext context, ExecuteActorStateTransactionRequest request)
    {
        state.Transact(context.CallingApp(), Key(request.ActorType, request.ActorId), [.. request.Operations.Select(Operation)]);
        return new Empty();
    }

    private Empty RegisterReminder(HttpContext context, RegisterActorReminderRequest request)
    {
        var key = new ReminderKey(Key(request.ActorType, request.ActorId), request.Name);
        var overwrite = !request.HasOverwrite || request.Overwrite;
        reminders.Register(
            context.CallingApp(),
            new ReminderRequest(key, request.DueTime, request.Period, request.Ttl, AsJson(request.Data), overwrite, Policy(request.FailurePolicy)));
        return new Empty();
    }

    private GetActorReminderResponse GetReminder(HttpContext context, GetActorReminderRequest request)
    {
        var reminder = reminders.Get(context.CallingApp(), new ReminderKey(Key(request.ActorType, request.ActorId), request.Name));
        var response = new GetActorReminderResponse { ActorType = request.ActorType, ActorId = request.ActorId };
        if (reminder.DueTime.Length > 0) response.DueTime = reminder.DueTime;
        if (reminder.Schedule.Period is { } period) response.Period = period.ToString();
        if (reminder.Data is { } data) response.Data = Any.Pack(new BytesValue { Value = ByteString.CopyFrom(data) });
        return response;
    }

    private Empty UnregisterReminder(HttpContext context, UnregisterActorReminderRequest request)
    {
        reminders.Unregister(context.CallingApp(), new ReminderKey(Key(request.ActorType, request.ActorId), request.Name));
        return new Empty();
    }

    private Empty RegisterTimer(HttpContext context, RegisterActorTimerRequest request)
    {
        timers.Register(
            context.CallingApp(),
            new TimerRequest(
                Key(request.ActorType, request.ActorId), request.Name, request.DueTime, request.Period, request.Ttl, request.Callback, AsJson(request.Data)));
        return new Empty();
    }

    private Empty UnregisterTimer(HttpContext context, UnregisterActorTimerRequest request)
    {
        timers.Unregister(Key(request.ActorType, request.ActorId), request.Name);
        return new Empty();
    }

    private static StateChange Operation(TransactionalActorStateOperation operation) => operation.OperationType switch
    {
        "upsert" => new StateChange(
            operation.Key, operation.Value?.Value.ToByteArray() ?? "null"u8.ToArray(), ETag: null, FirstWrite: false,
            StateRequestReader.ReadTimeToLive(
                operation.Metadata.GetValueOrDefault("ttlInSeconds"), "ERR_ACTOR_STATE_TRANSACTION_SAVE", "error saving actor transaction state: ")),
        "delete" => StateChange.Delete(operation.Key, etag: null),
        var other => throw StateRequestReader.UnknownOperation(other),
    };

    private static FailurePolicy Policy(JobFailurePolicy? policy) => policy?.PolicyCase switch
    {
        JobFailurePolicy.PolicyOneofCase.Drop => FailurePolicy.Drop,
        JobFailurePolicy.PolicyOneofCase.Constant => new FailurePolicy(
            IntervalOf(policy.Constant), policy.Constant.HasMaxRetries ? (int)Math.Min(policy.Constant.MaxRetries, int.MaxValue) : null),
        _ => FailurePolicy.Patient,
    };

    private static TimeSpan IntervalOf(JobFailurePolicyConstant policy) => policy.Interval switch
    {
        null => FailurePolicy.DefaultInterval,
        { Seconds: >= 0 and <= LongestIntervalSeconds, Nanos: >= 0 and < 1_000_000_000 } interval => interval.ToTimeSpan(),
        _ => throw new ActorException(ActorFault.ReminderInvalid, "the interval of the failure policy must be a duration of 0 s to 100 years"),
    };

    private static byte[]? AsJson(ByteString data) => data.IsEmpty ? null : JsonSerializer.SerializeToUtf8Bytes(data.ToBase64());

    private static ActorKey Key(string type, string id) => type.Length > 0 && id.Length > 0
        ? new ActorKey(type, id)
        : throw DaprException.Malformed("an actor's type and id must not be empty");

    private static GrpcMethod Method<TRequest, TResponse>(MessageParser<TRequest> parser, Func<HttpContext, TRequest, TResponse> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : IMessage =>
        Method(parser, (context, request, _) => Task.FromResult(answer(context, request)));

    private static GrpcMethod Method<TRequest, TResponse>(
        MessageParser<TRequest> parser, Func<HttpContext, TRequest, CancellationToken, Task<TResponse>> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : IMessage =>
        UnaryMethod.Of(parser, async (context, request, stop) =>
        {
            try
            {
                return await answer(context, request, stop);
            }
            catch (ActorException e)
            {
                throw e.ToDapr();
            }
        });
}
