using System.Text.Json;

namespace Athene.Dapr.Tests.Actors;

public interface IRecordedCounter : IActor
{
    Task<RecordedAnswer> Inc(JsonElement argument);

    Task<RecordedAnswer> Get();

    Task<RecordedAnswer> Ping();

    Task Fail();
}

public sealed record RecordedAnswer(string Actor, string Id, string Method, string Got);

/// <summary>Does what the app of the recordings did.</summary>
[Actor(TypeName = "Counter")]
internal sealed class RecordedCounter(ActorHost host) : Actor(host), IRecordedCounter, IRemindable
{
    public Task<RecordedAnswer> Inc(JsonElement argument) => Answer(nameof(Inc), argument.GetRawText());

    public Task<RecordedAnswer> Get() => Answer(nameof(Get), "");

    public Task<RecordedAnswer> Ping() => Answer(nameof(Ping), "");

    public Task Fail() => throw new InvalidOperationException("actor broke");

    public Task ReceiveReminderAsync(string reminderName, byte[] state, TimeSpan dueTime, TimeSpan period) =>
        reminderName == "failing" ? throw new InvalidOperationException("reminder broke") : Task.CompletedTask;

    public Task OnTimer(byte[]? data) =>
        data is null && Id.GetId() == "a1" ? throw new InvalidOperationException("timer broke") : Task.CompletedTask;

    private Task<RecordedAnswer> Answer(string method, string got) => Task.FromResult(
        new RecordedAnswer(Host.ActorTypeInfo.ActorTypeName, Id.GetId(), method, got));
}
