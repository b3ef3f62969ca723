namespace Athene.Hosting.Callers;

/// <summary>Who sends a request.</summary>
public enum CallerKind
{
    /// <summary>Nobody that is known here.</summary>
    Unknown,

    /// <summary>The person whose home this is, with the token of the home.</summary>
    Owner,

    /// <summary>The service's own Dapr sidecar: another service, a topic, a workflow.</summary>
    Sidecar,

    /// <summary>The agent in a session, with that session's token.</summary>
    Session,
}
