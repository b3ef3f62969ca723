namespace Athene.Dapr.Actors;

/// <summary>An actor's method failed. The inner <see cref="ActorInvokeException"/> says with what.</summary>
public class ActorMethodInvocationException : DaprApiException
{
    private const string InvokeError = "ERR_ACTOR_INVOKE_METHOD";

    public ActorMethodInvocationException()
        : this("A method of an actor failed.", false)
    {
    }

    public ActorMethodInvocationException(string message, bool isTransient)
        : base(message, InvokeError, isTransient)
    {
    }

    public ActorMethodInvocationException(string message, Exception innerException, bool isTransient)
        : base(message, innerException, InvokeError, isTransient)
    {
    }
}
