using System.Text.Json;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>A random workflow: its steps, done over and over, each time as a new execution.</summary>
/// <param name="Rounds">How many executions (continue-as-new between them).</param>
/// <param name="Fails">Whether the last one ends with a failure.</param>
public sealed record Plan(IReadOnlyList<Step> Steps, int Rounds, bool Fails)
{
    public override string ToString() => JsonSerializer.Serialize(this);
}
