namespace Athene.Session.Faults;

public sealed partial class StepFaults
{
    [LoggerMessage(EventId = 210, Level = LogLevel.Warning, Message = "A fault was asked for at {Place}")]
    private static partial void LogStrike(ILogger logger, string place);
}
