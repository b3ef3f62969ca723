namespace Athene.Dapr.Conformance.Targets;

/// <summary>
/// The one table of cases that hold on the embedded sidecar and not on a real one, each with the reason. A case that is not
/// named here must pass on both.
/// </summary>
internal static class KnownDifferences
{
    private static readonly Dictionary<string, string> OfDapr = new()
    {
    };

    /// <summary>Why a case does not hold on the sidecar under test; null when it must.</summary>
    public static string? Of(string testCase) => Target.Daprd is null ? null : OfDapr.GetValueOrDefault(testCase);
}
