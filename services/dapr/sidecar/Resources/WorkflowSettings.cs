using Athene.Sidecar.Workflows;

namespace Athene.Sidecar.Resources;

/// <summary>What a Configuration file says about workflows (<c>spec.workflow</c>).</summary>
/// <param name="MaxConcurrentWorkflows">Turns that the workers of one app may have at once; null for the default.</param>
/// <param name="MaxConcurrentActivities">Activities that the workers of one app may have at once; null for no limit.</param>
/// <param name="Retention">How long finished instances are kept; null leaves it to the sidecar's own option.</param>
internal sealed record WorkflowSettings(int? MaxConcurrentWorkflows = null, int? MaxConcurrentActivities = null, WorkflowRetention? Retention = null);
