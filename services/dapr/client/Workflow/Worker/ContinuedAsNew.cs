namespace Athene.Dapr.Workflow.Worker;

/// <summary>The workflow asked to start anew.</summary>
internal sealed record ContinuedAsNew(int ActionId, string Input, bool KeepsEvents);
