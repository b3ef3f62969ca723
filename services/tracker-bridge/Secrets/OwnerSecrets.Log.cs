namespace Athene.TrackerBridge.Secrets;

public sealed partial class OwnerSecrets
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "The secret store has no {Name}: {Reason}")]
    private partial void LogNoSecret(string name, string reason);
}
