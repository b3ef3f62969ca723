namespace Athene.Sidecar;

/// <summary>The sidecar cannot start; the message says why and what to do, for a person to read.</summary>
public sealed class SidecarStartException : Exception
{
    public SidecarStartException(string message) : base(message)
    {
    }

    public SidecarStartException(string message, Exception inner) : base(message, inner)
    {
    }
}
