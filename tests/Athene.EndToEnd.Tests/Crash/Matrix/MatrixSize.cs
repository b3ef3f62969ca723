using System.Globalization;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>How much the matrix does: <c>ATHENE_MATRIX_ROUNDS</c> rounds in all, with the chance of <c>ATHENE_FAULTS_SEED</c>.</summary>
internal static class MatrixSize
{
    public static int Rounds { get; } = Number("ATHENE_MATRIX_ROUNDS") ?? 200;

    public static int Seed { get; } = Number("ATHENE_FAULTS_SEED") ?? 4;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
