namespace Athene.Sidecar.Cel;

/// <summary>A well-formed rule that has no answer for an event: a field is missing, or types do not go together.</summary>
internal sealed class CelEvaluationException(string message) : Exception(message);
