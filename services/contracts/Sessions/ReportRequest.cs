namespace Athene.Contracts.Sessions;

/// <summary>What an agent says about itself (spec lifecycle.md §14).</summary>
public sealed record ReportRequest(string State, string? Note = null, string? Pr = null);
