namespace Athene.Session.Prompts;

/// <summary>Something that Athene does by itself when an event happens, as far as the configuration says.</summary>
/// <param name="Action">send-to-agent, notify or auto-merge.</param>
/// <param name="Retries">How often it is tried; null without a limit.</param>
/// <param name="EscalateAfter">A number of attempts or a duration after which a person is told.</param>
public sealed record AutomaticReaction(string Event, string Action, int? Retries = null, string? EscalateAfter = null, string? Priority = null);
