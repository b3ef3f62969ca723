namespace Athene.Lifecycle.Decisions;

/// <summary>One capability's part in a decision: pure, and without effect when nothing has changed since it was asked last.</summary>
public delegate Turn Judge(Turn turn);
