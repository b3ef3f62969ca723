using System.Runtime.InteropServices;
using System.Text.Json;
using Athene.Sidecar.Actors.Reminders;
using Athene.Sidecar.Actors.Timers;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;
using Athene.Sidecar.State;

namespace Athene.Sidecar.Actors;

/// <summary>Turns the JSON of actor requests into what the runtime takes.</summary>
internal static class ActorRequestReader
{
    /// <exception cref="DaprException">The body is not a list of operations.</exception>
    /// <exception cref="ActorException">An operation is not one of Dapr's.</exception>
    public static IReadOnlyList<StateChange> ReadOperations(JsonElement body) => body.ValueKind == JsonValueKind.Array
        ? [.. body.EnumerateArray().Select(ReadOperation)]
        : throw DaprException.Malformed("failed deserializing HTTP body: an array of operations is expected");

    /// <exception cref="DaprException">The body is not an object.</exception>
    /// <exception cref="ActorException">The failure policy is not one of Dapr's.</exception>
    public static ReminderRequest ReadReminder(JsonElement body, ReminderKey key)
    {
        RequireObject(body);
        return new ReminderRequest(
            key, body.Text("dueTime") ?? "", body.Text("period") ?? "", body.Text("ttl") ?? "", RawUtf8(body.Child("data")),
            Overwrite: body.Child("overwrite").ValueKind != JsonValueKind.False, ReadFailurePolicy(body));
    }

    /// <exception cref="DaprException">The body is not an object.</exception>
    public static TimerRequest ReadTimer(JsonElement body, ActorKey actor, string name)
    {
        RequireObject(body);
        return new TimerRequest(
            actor, name, body.Text("dueTime") ?? "", body.Text("period") ?? "", body.Text("ttl") ?? "", body.Text("callback") ?? "", RawUtf8(body.Child("data")));
    }

    /// <summary><c>{ "drop": {} }</c> or <c>{ "constant": { "interval": "2s", "maxRetries": 3 } }</c>, the JSON of the protocol's message.</summary>
    private static FailurePolicy ReadFailurePolicy(JsonElement body)
    {
        var policy = Either(body, "failurePolicy", "failure_policy");
        if (policy.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return FailurePolicy.Patient;
        if (policy.Child("drop").ValueKind == JsonValueKind.Object) return FailurePolicy.Drop;
        if (policy.Child("constant") is not { ValueKind: JsonValueKind.Object } constant)
            throw new ActorException(ActorFault.ReminderInvalid, "the failure policy must be { \"drop\": {} } or { \"constant\": { \"interval\": \"2s\", \"maxRetries\": 3 } }");
        try
        {
            var interval = constant.Text("interval") is { Length: > 0 } text ? GoDuration.Parse(text) : FailurePolicy.DefaultInterval;
            var retries = Either(constant, "maxRetries", "max_retries");
            return new FailurePolicy(interval, retries.ValueKind == JsonValueKind.Number && retries.TryGetInt32(out var count) && count >= 0 ? count : null);
        }
        catch (FormatException e)
        {
            throw new ActorException(ActorFault.ReminderInvalid, $"the interval of the failure policy: {e.Message}");
        }
    }

    private static StateChange ReadOperation(JsonElement item)
    {
        var request = item.Child("request");
        if (request.Text("key") is not { Length: > 0 } key) throw new ActorException(ActorFault.StateTransaction, "an operation has no key");
        return item.Text("operation") switch
        {
            "upsert" => new StateChange(key, RawUtf8(request.Child("value")) ?? "null"u8.ToArray(), request.Text("etag"), FirstWrite: false, TimeToLive(request)),
            "delete" => StateChange.Delete(key, request.Text("etag")),
            var other => throw new ActorException(ActorFault.StateTransaction, $"operation type {other} not supported"),
        };
    }

    private static TimeSpan? TimeToLive(JsonElement request) => StateRequestReader.ReadTimeToLive(
        request.Child("metadata").Text("ttlInSeconds"), "ERR_ACTOR_STATE_TRANSACTION_SAVE", "error saving actor transaction state: ");

    private static void RequireObject(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw DaprException.Malformed("failed deserializing HTTP body: an object is expected");
    }

    private static JsonElement Either(JsonElement item, string name, string other) =>
        item.Child(name) is { ValueKind: not JsonValueKind.Undefined } found ? found : item.Child(other);

    private static byte[]? RawUtf8(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? null : JsonMarshal.GetRawUtf8Value(value).ToArray();
}
