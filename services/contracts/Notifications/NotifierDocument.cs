namespace Athene.Contracts.Notifications;

/// <summary>A notifier, and how it is.</summary>
/// <param name="Problems">What keeps it from reaching anybody, a sentence each, without any secret.</param>
/// <param name="Waiting">Notifications that are to be told later.</param>
/// <param name="Failed">Notifications that were given up and can be sent again.</param>
/// <param name="QuietUntil">When its quiet hours end, while they last.</param>
public sealed record NotifierDocument(
    string Name, string Plugin, bool Ok, IReadOnlyList<string> Problems, int Waiting, int Failed, DateTimeOffset? QuietUntil = null);
