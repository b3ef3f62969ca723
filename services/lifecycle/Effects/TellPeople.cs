using Athene.Contracts.Notifications;

namespace Athene.Lifecycle.Effects;

/// <summary>Tells people something; the id of the notification is the effect's.</summary>
public sealed record TellPeople(Notification Notification) : Effect
{
    public override string Word => Notification.Type ?? "notice";
}
