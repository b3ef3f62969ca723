namespace Athene.Contracts.Sessions;

/// <summary>Whether a report took effect.</summary>
public sealed record ReportResult(bool Accepted);
