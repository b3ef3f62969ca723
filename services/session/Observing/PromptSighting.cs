namespace Athene.Session.Observing;

/// <summary>A prompt that an agent says it has taken.</summary>
/// <param name="Text">The prompt, or as much of its beginning as the source gives.</param>
/// <param name="At">When it was taken, by the source's clock.</param>
public sealed record PromptSighting(string Text, DateTimeOffset At, EvidenceSource Source);
