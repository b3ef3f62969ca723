namespace Athene.Configuration.Agents;

/// <summary>How the first task reaches an agent.</summary>
public enum PromptDelivery
{
    /// <summary>In its argument vector, where <c>{prompt}</c> stands.</summary>
    Argument,

    /// <summary>Pasted into its terminal when it is ready.</summary>
    Message,
}
