using Athene.Contracts.Operations;

namespace Athene.Session.Workflows;

/// <summary>The custom status of an operation's workflow: what its readers see while it runs.</summary>
public sealed record SagaStatus(IReadOnlyList<StepDocument> Steps);
