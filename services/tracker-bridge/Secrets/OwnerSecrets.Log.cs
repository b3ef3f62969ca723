namespace Athene.TrackerBridge.Secrets;

public sealed partial class OwnerSecrets
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "The secret store has no {Name}: {Reason}")]
    private partial void LogNoSecret(string name, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The secret store does not answer; {Name} is taken as it was")]
    private partial void LogStale(Exception failure, string name);
}
