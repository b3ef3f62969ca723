namespace Athene.Sidecar.Resources;

internal enum PolicyTargetKind
{
    /// <summary>Invocations of an app.</summary>
    App,

    /// <summary>Deliveries of a pub/sub component to apps.</summary>
    Inbound,
}
