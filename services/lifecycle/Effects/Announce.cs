using Athene.Contracts.Events;

namespace Athene.Lifecycle.Effects;

/// <summary>Tells other services what was decided, on <c>lifecycle-events</c>.</summary>
/// <param name="Type">The CloudEvent type (<see cref="EventTypes"/>).</param>
public sealed record Announce(string Type, LifecycleEvent Event) : Effect
{
    public override string Word => "announce";
}
