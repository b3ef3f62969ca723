namespace Athene.Dapr.Actors;

/// <summary>The exception that an actor threw, as its caller sees it.</summary>
public class ActorInvokeException : Exception
{
    public ActorInvokeException()
    {
    }

    public ActorInvokeException(string actualExceptionType, string message)
        : base(message) => ActualExceptionType = actualExceptionType;

    /// <summary>The full name of the exception's type.</summary>
    public string? ActualExceptionType { get; private set; }
}
