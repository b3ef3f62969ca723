using System.Text.Json;

namespace Athene.Dapr.Actors;

/// <summary>An actor's exception on the wire.</summary>
internal sealed record ActorFailure(string? Type, string? Message)
{
    public static ActorFailure Of(Exception exception) => new(exception.GetType().FullName, exception.Message);

    public static ActorFailure Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ActorFailure>(body, JsonSerializerOptions.Web) ?? Unreadable(body);
        }
        catch (JsonException)
        {
            return Unreadable(body);
        }
    }

    public ActorMethodInvocationException ToException(string actorType, string actorId, string method)
    {
        var thrown = new ActorInvokeException(Type ?? "", Message ?? "");
        return new ActorMethodInvocationException(
            $"{method} of actor {actorType}/{actorId} failed with {Type ?? "an error"}: {Message}", thrown, isTransient: false);
    }

    private static ActorFailure Unreadable(byte[] body) => new(null, $"an error of {body.Length} bytes that is not this client's JSON");
}
