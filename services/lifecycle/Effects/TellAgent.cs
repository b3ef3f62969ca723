namespace Athene.Lifecycle.Effects;

/// <summary>Says something to the agent, through the session's own outbox.</summary>
public sealed record TellAgent(string Text) : Effect
{
    public override string Word => "message";
}
