using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Effects;

/// <summary>Asks the session service to move the session; it refuses when the session has moved on by itself.</summary>
public sealed record MoveSession(TransitionRequest Request) : Effect
{
    public override string Word => "move";
}
