namespace Athene.Lifecycle.Reactions;

/// <summary>What a reaction does.</summary>
public enum ReactionAction
{
    Notify,
    SendToAgent,
    AutoMerge,

    /// <summary>Tells people, and the agent to go on when what stopped it has passed.</summary>
    Resume,
}
