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
            key, Text(body, "dueTime") ?? "", Text(body, "period") ?? "", Text(body, "ttl") ?? "", RawUtf8(Child(body, "data")),
            Overwrite: Child(body, "overwrite").ValueKind != JsonValueKind.False, ReadFailurePolicy(body));
    }

    /// <exception cref="DaprException">The body is not an object.</exception>
    public static TimerRequest ReadTimer(JsonElement body, ActorKey actor, string name)
    {
        RequireObject(body);
        return new TimerRequest(
            actor, name, Text(body, "dueTime") ?? "", Text(body, "period") ?? "", Text(body, "ttl") ?? "", Text(body, "callback") ?? "", RawUtf8(Child(body, "data")));
    }

    /// <summary><c>{ "drop": {} }</c> or <c>{ "constant": { "interval": "2s", "maxRetries": 3 } }</c>, the JSON of the protocol's message.</summary>
    private static FailurePolicy ReadFailurePolicy(JsonElement body)
    {
        var policy = Either(body, "failurePolicy", "failure_policy");
        if (policy.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return FailurePolicy.Patient;
        if (Child(policy, "drop").ValueKind == JsonValueKind.Object) return FailurePolicy.Drop;
        if (Child(policy, "constant") is not { ValueKind: JsonValueKind.Object } constant)
            throw new ActorException(ActorFault.ReminderInvalid, "the failure policy must be { \"drop\": {} } or { \"constant\": { \"interval\": \"2s\", \"maxRetries\": 3 } }");
        try
        {
            var interval = Text(constant, "interval") is { Length: > 0 } text ? GoDuration.Parse(text) : FailurePolicy.DefaultInterval;
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
        var request = Child(item, "request");
        if (Text(request, "key") is not { Length: > 0 } key) throw new ActorException(ActorFault.StateTransaction, "an operation has no key");
        return Text(item, "operation") switch
        {
            "upsert" => new StateChange(key, RawUtf8(Child(request, "value")) ?? "null"u8.ToArray(), Text(request, "etag"), FirstWrite: false, TimeToLive(request)),
            "delete" => StateChange.Delete(key, Text(request, "etag")),
            var other => throw new ActorException(ActorFault.StateTransaction, $"operation type {other} not supported"),
        };
    }

    private static TimeSpan? TimeToLive(JsonElement request) => StateRequestReader.ReadTimeToLive(
        Text(Child(request, "metadata"), "ttlInSeconds"), "ERR_ACTOR_STATE_TRANSACTION_SAVE", "error saving actor transaction state: ");

    private static void RequireObject(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw DaprException.Malformed("failed deserializing HTTP body: an object is expected");
    }

    private static JsonElement Either(JsonElement item, string name, string other) =>
        Child(item, name) is { ValueKind: not JsonValueKind.Undefined } found ? found : Child(item, other);

    private static byte[]? RawUtf8(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? null : JsonMarshal.GetRawUtf8Value(value).ToArray();

    private static JsonElement Child(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var child) ? child : default;

    private static string? Text(JsonElement item, string name) => Child(item, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
