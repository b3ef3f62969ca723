using Athene.Contracts.Events;

namespace Athene.Lifecycle.Effects;

/// <summary>Tells other services that Athene reacted, on <c>lifecycle-events</c>.</summary>
/// <param name="Type">The CloudEvent type (<see cref="EventTypes"/>).</param>
public sealed record AnnounceReaction(string Type, ReactionEvent Event) : Effect
{
    public override string Word => "announce";
}
