namespace Athene.Session.Observing;

/// <summary>
/// What agents and their records say while they run, from hooks and readers; kept in memory, since it can be read again. It has its effect at
/// once: whoever adds something wakes the observation.
/// </summary>
public interface IEvidence
{
    /// <summary>Adds one fact; the order of arrival does not matter.</summary>
    void Add(string sessionId, Evidence evidence);

    /// <summary>Says that the agent has taken a prompt: the proof that a message or the task was delivered.</summary>
    void AddPrompt(string sessionId, PromptSighting prompt);
}
