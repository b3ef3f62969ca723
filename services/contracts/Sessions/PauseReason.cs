namespace Athene.Contracts.Sessions;

/// <summary>Why a session is paused.</summary>
public enum PauseReason
{
    /// <summary>The agent says that the limit of its plan is reached.</summary>
    UsageLimit,

    /// <summary>A budget of the configuration is spent.</summary>
    Budget,
}
