namespace Athene.Dapr;

/// <summary>The sidecar answered a call with an error of its own.</summary>
public class DaprApiException : DaprException
{
    public DaprApiException() : this(null, false)
    {
    }

    public DaprApiException(string message) : this(message, null, false)
    {
    }

    public DaprApiException(string message, Exception? innerException) : this(message, innerException, null, false)
    {
    }

    public DaprApiException(string? errorCode, bool isTransient) : this("", errorCode, isTransient)
    {
    }

    public DaprApiException(string message, string? errorCode, bool isTransient) : this(message, null, errorCode, isTransient)
    {
    }

    public DaprApiException(string message, Exception? inner, string? errorCode, bool isTransient) : base(message, inner)
    {
        ErrorCode = errorCode ?? "UNKNOWN";
        IsTransient = isTransient;
    }

    /// <summary>Dapr's error code, such as <c>ERR_STATE_STORE_NOT_FOUND</c>, or the name of the gRPC status.</summary>
    public string ErrorCode { get; }

    /// <summary>Whether the same call may succeed when it is made again.</summary>
    public bool IsTransient { get; }
}
