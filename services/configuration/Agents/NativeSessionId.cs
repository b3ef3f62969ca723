namespace Athene.Configuration.Agents;

/// <summary>Who names the agent's own session.</summary>
public enum NativeSessionId
{
    /// <summary>The agent does; the name is found in its record afterwards.</summary>
    Found,

    /// <summary>Athene chooses a UUID and hands it over as <c>{nativeSessionId}</c>.</summary>
    Chosen,
}
