using System.Globalization;

namespace Athene.EndToEnd.Tests.Supervision.Chaos;

/// <summary>How often the story is played: <c>ATHENE_STORY_ROUNDS</c> rounds, with the chance of <c>ATHENE_STORY_SEED</c>.</summary>
internal static class ChaosSize
{
    public static int Rounds { get; } = Number("ATHENE_STORY_ROUNDS") ?? 50;

    public static int Seed { get; } = Number("ATHENE_STORY_SEED") ?? 5;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
