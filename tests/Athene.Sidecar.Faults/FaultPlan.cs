using System.Globalization;

namespace Athene.Sidecar.Faults;

/// <summary>What is random here comes from these seeds, so that CI does the same each time and a finding can be had again.</summary>
internal static class FaultPlan
{
    private static readonly int[] OrdinarySeeds = [1, 2, 3];

    /// <summary><c>ATHENE_FAULTS_SEED</c> runs one seed instead of the usual ones.</summary>
    public static IReadOnlyList<int> Seeds { get; } = Number("ATHENE_FAULTS_SEED") is { } seed ? [seed] : OrdinarySeeds;

    /// <summary><c>ATHENE_FAULTS_SCALE</c> multiplies how much each test does; 1 is what CI has time for.</summary>
    public static int Scale { get; } = Number("ATHENE_FAULTS_SCALE") ?? 1;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
