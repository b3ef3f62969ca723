using System.Text.Json;

namespace Athene.Session.History;

/// <summary>The words of the spec for states and reasons (<c>manually_killed</c>), as they stand in JSON, for events.</summary>
internal static class Words
{
    public static string Of<T>(T word)
        where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());
}
