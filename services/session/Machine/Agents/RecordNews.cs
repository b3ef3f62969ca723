using Athene.Session.Observing;

namespace Athene.Session.Machine.Agents;

/// <summary>What a read of an agent's record found.</summary>
/// <param name="Activity">The newest fact about what the agent does.</param>
/// <param name="Prompts">The prompts that it has taken, oldest first.</param>
/// <param name="Info">What the whole record says of the conversation so far.</param>
public sealed record RecordNews(Evidence? Activity, IReadOnlyList<PromptSighting> Prompts, RecordInfo Info);
