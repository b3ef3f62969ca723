using System.Text.Json;
using Athene.Dapr.Actors.Client;

namespace Athene.Dapr.Actors;

/// <summary>What a method of an actor hands back: nothing, or a value.</summary>
internal abstract class ActorResult
{
    public static bool IsTask(Type type) =>
        type == typeof(Task) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>));

    public static ActorResult Of(Type task) => task.IsGenericType
        ? (ActorResult)Activator.CreateInstance(typeof(Value<>).MakeGenericType(task.GetGenericArguments()))!
        : new Nothing();

    /// <summary>At the actor: waits for the method, and writes its result, or null if it has none.</summary>
    public abstract Task<byte[]?> SerializeAsync(Task running, JsonSerializerOptions json);

    /// <summary>At the caller: the task that the interface's method returns.</summary>
    public abstract Task Read(ActorProxy actor, string method, Task<byte[]> answer);

    private sealed class Nothing : ActorResult
    {
        public override async Task<byte[]?> SerializeAsync(Task running, JsonSerializerOptions json)
        {
            await running;
            return null;
        }

        public override Task Read(ActorProxy actor, string method, Task<byte[]> answer) => answer;
    }

    private sealed class Value<T> : ActorResult
    {
        public override async Task<byte[]?> SerializeAsync(Task running, JsonSerializerOptions json) =>
            JsonSerializer.SerializeToUtf8Bytes(await (Task<T>)running, json);

        public override Task Read(ActorProxy actor, string method, Task<byte[]> answer) => ReadValueAsync(actor, method, answer);

        private static async Task<T> ReadValueAsync(ActorProxy actor, string method, Task<byte[]> answer) =>
            actor.Read<T>(method, await answer);
    }
}
