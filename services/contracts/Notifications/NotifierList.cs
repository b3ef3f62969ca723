namespace Athene.Contracts.Notifications;

/// <summary>All notifiers of this configuration.</summary>
public sealed record NotifierList(IReadOnlyList<NotifierDocument> Data);
