namespace Athene.Lifecycle.Effects;

public sealed partial class EffectDesk
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Session {SessionId}: {EffectId} {Outcome}")]
    private partial void LogCarriedOut(string sessionId, string effectId, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {SessionId}: {EffectId} was not carried out")]
    private partial void LogRefused(Exception failure, string sessionId, string effectId);
}
