namespace Athene.Contracts.Errors;

/// <summary>Problem Details (RFC 9457) with a hint that says what to do. Other members of a problem are not read.</summary>
public sealed record ProblemDocument(
    string Type, string Title, int Status, string? Detail = null, string? Hint = null, string? SessionId = null, string? TraceId = null);
