namespace Athene.Dapr;

/// <summary>A call to the Dapr sidecar failed.</summary>
public class DaprException : Exception
{
    public DaprException(string message) : base(message)
    {
    }

    public DaprException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
