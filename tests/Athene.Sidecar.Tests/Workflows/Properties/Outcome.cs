using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>What a trial came to, as far as it must be the same in every run.</summary>
public sealed record Outcome(OrchestrationStatus Status, string? Output, string? CustomStatus, string? Failure, string Effects);
