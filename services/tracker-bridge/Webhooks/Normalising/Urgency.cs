namespace Athene.TrackerBridge.Webhooks.Normalising;

/// <summary>How soon the host must be read again after a hint.</summary>
public enum Urgency
{
    /// <summary>It changes nothing that Athene looks at.</summary>
    Nothing,

    /// <summary>Something moves, but nobody waits for it: with the next request that is made anyway, within seconds.</summary>
    Soon,

    /// <summary>Somebody may have to act on it.</summary>
    Now,
}
