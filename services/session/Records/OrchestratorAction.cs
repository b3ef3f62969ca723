namespace Athene.Session.Records;

/// <summary>How a demand for an orchestrator is met.</summary>
public enum OrchestratorAction
{
    /// <summary>Somebody else starts or ends it now; look again afterwards.</summary>
    Wait,

    /// <summary>It runs.</summary>
    Keep,

    /// <summary>It ended, and is brought back to life.</summary>
    Restore,

    /// <summary>There is none yet.</summary>
    Spawn,

    /// <summary>The one that is there ends, with its work kept, and a new one begins.</summary>
    Replace,
}
