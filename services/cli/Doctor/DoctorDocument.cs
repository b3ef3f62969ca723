namespace Athene.Cli.Doctor;

/// <summary>What <c>athene doctor</c> found.</summary>
internal sealed record DoctorDocument(IReadOnlyList<DoctorCheck> Checks)
{
    /// <summary>Whether everything that Athene cannot do without is there.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsHealthy => Checks.All(check => check.Ok || !check.Required);
}
