namespace Athene.Sidecar.PubSub;

/// <summary>What became of one delivery.</summary>
internal enum DeliveryOutcome
{
    /// <summary>The app has taken the message.</summary>
    Success,

    /// <summary>The app wants it again, or failed.</summary>
    Retry,

    /// <summary>The app never wants it.</summary>
    Drop,

    /// <summary>The app was not there, or went away before it answered: the message stays due.</summary>
    Unreachable,
}
