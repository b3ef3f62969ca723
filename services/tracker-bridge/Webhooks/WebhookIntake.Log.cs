using System.Net;

namespace Athene.TrackerBridge.Webhooks;

public sealed partial class WebhookIntake
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook {Event} {Delivery} of {Repo} taken: {Outcome}, for {Projects} projects")]
    private partial void LogTaken(string @event, string delivery, WebhookOutcome outcome, string? repo, int projects);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook at {Path} from {Address} was refused: its sender is not proven (a secret is set: {HasSecret})")]
    private partial void LogUnverified(string path, IPAddress? address, bool hasSecret);
}
