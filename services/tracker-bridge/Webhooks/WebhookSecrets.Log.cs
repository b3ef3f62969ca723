namespace Athene.TrackerBridge.Webhooks;

public sealed partial class WebhookSecrets
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The secret store has no {SecretName}, so webhooks that are signed with it are refused: {Reason}")]
    private partial void LogNoSecret(string secretName, string reason);
}
