namespace Athene.Lifecycle.Reactions;

/// <summary>What a reaction does.</summary>
public enum ReactionAction
{
    Notify,
    SendToAgent,
    AutoMerge,
}
