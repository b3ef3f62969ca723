namespace Athene.Session.Workflows;

/// <summary>A compensation that failed: something may be left on the machine.</summary>
public sealed record FailedUndo(string Step, string Reason);
