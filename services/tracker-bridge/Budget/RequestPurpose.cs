namespace Athene.TrackerBridge.Budget;

/// <summary>Why a host is asked.</summary>
public enum RequestPurpose
{
    /// <summary>Somebody waits for the answer: it may use the reserve, and is asked although supervision pauses.</summary>
    Asked,

    /// <summary>Athene wants to know by itself: it leaves the reserve alone, and waits while the host is paused.</summary>
    Watching,
}
