namespace Athene.Contracts.Sessions;

/// <summary>How it is known what an agent does.</summary>
/// <param name="Source">hook, native (the agent's own record), terminal, age, process or probe.</param>
/// <param name="At">When it became so.</param>
/// <param name="Confidence">high, medium or low.</param>
/// <param name="Detail">The question, the tool or the error that it is about, if one is known.</param>
public sealed record ActivityEvidenceDocument(string Source, DateTimeOffset At, string Confidence, string? Detail = null);
